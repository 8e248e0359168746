using Marten;

namespace CraftMarket.Catalogue;

/// <summary>A product that waits for a curator.</summary>
/// <param name="Flagged">A word about smoking stands in it.</param>
public sealed record WaitingProduct(Product Product, DateTimeOffset Since, bool Recheck, bool Flagged)
{
    /// <summary>Waits longer than the rule allows.</summary>
    public bool IsOverdue(CurationRules rules, DateTimeOffset now) => rules.IsOverdue(Since, now);

    public int DaysWaiting(DateTimeOffset now) => (int)Math.Max(0, (now - Since).TotalDays);
}

/// <summary>What curators have to look at, longest waiting first.</summary>
public static class CurationQueue
{
    public static async Task<IReadOnlyList<WaitingProduct>> WaitingForCurator(this IQuerySession session, CancellationToken cancellation) =>
        [.. (await session.QueryAsync<Product>("where data ->> 'WaitingSince' is not null order by data ->> 'WaitingSince' limit 500", cancellation))
            .Select(x => new WaitingProduct(x, x.WaitingSince!.Value, x.Recheck, x.Details.Flagged))];

    public static Task<int> CountWaitingForCurator(this IQuerySession session, CancellationToken cancellation) =>
        session.Query<Product>().CountAsync(x => x.WaitingSince != null, cancellation);
}
