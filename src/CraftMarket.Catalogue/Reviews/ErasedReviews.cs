using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>A buyer was erased: what they wrote about the goods goes. The stars stay; they are nobody's.</summary>
public static class ErasedReviewsHandler
{
    public static Task<IReadOnlyList<ReviewWords>> LoadAsync(BuyerErased fact, IQuerySession session,
        CancellationToken cancellation) =>
        session.LoadManyAsync<ReviewWords>(cancellation, fact.Parts.Select(PartReview.StreamOf).ToArray());

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(BuyerErased fact, IReadOnlyList<ReviewWords> words) => (
        words.Where(x => x.Words is not null).Select(x => MartenOps.Store(x with { Words = null })),
        [DestroyKeys.Of([.. fact.Parts.Select(x => new Subject(PartReview.StreamOf(x)))])]);
}
