using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>A shop is closed because its maker was erased: what they answered to reviews goes too.</summary>
public static class ErasedAnswersHandler
{
    public static Task<IReadOnlyList<ReviewWords>> LoadAsync(CloseShop command, IQuerySession session,
        CancellationToken cancellation) =>
        session.QueryAsync<ReviewWords>("where data ->> 'ArtisanId' = ?", cancellation, command.ArtisanId.Value.ToString());

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(CloseShop command, IReadOnlyList<ReviewWords> words) =>
        (words.Where(x => x.Answer is not null).Select(x => MartenOps.Store(x with { Answer = null })),
            [DestroyKeys.Of(command.ArtisanId)]);
}
