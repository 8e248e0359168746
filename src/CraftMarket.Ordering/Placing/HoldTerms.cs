using Marten;

namespace CraftMarket.Ordering;

/// <summary>How much one phone may hold before it is paid or taken on, and how long cash may stay unanswered where little is
/// left (decision 0026).</summary>
/// <param name="MostPieces">Pieces of stock that one phone may hold at once; 0: any number.</param>
/// <param name="ShortAt">An order leaves an article short when no more than so many pieces of it stay free.</param>
/// <param name="ShortHoldHours">How long a cash order that leaves an article short waits for its artisan.</param>
public sealed record HoldTerms(string Id, int MostPieces, int ShortAt, int ShortHoldHours)
{
    public const string Current = "market";

    /// <summary>What a fresh house begins with.</summary>
    public static HoldTerms First { get; } = new(Current, MostPieces: 20, ShortAt: 2, ShortHoldHours: 24);

    /// <summary>The terms that hold now.</summary>
    public static async Task<HoldTerms> Read(IQuerySession session, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        return await session.LoadAsync<HoldTerms>(Current, cancellation) ?? First;
    }
}
