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

/// <summary>A page of the queue.</summary>
/// <param name="Total">All that wait, on every page.</param>
/// <param name="Overdue">Of these, waiting longer than the rule allows.</param>
public sealed record WaitingPage(IReadOnlyList<WaitingProduct> Items, int Total, int Overdue, int Page)
{
    public const int PageSize = 200;
}

/// <summary>What curators have to look at, longest waiting first.</summary>
public static class CurationQueue
{
    public static async Task<WaitingPage> WaitingForCurator(this IQuerySession session, int page, CurationRules rules,
        DateTimeOffset now, CancellationToken cancellation)
    {
        page = Math.Clamp(page, 1, 10_000);
        var products =
            await session.QueryAsync<Product>("where data ->> 'WaitingSince' is not null order by data ->> 'WaitingSince', id "
            + "limit ? offset ?", cancellation, WaitingPage.PageSize, (page - 1) * WaitingPage.PageSize);
        return new([.. products.Select(x => new WaitingProduct(x, x.WaitingSince!.Value, x.Recheck, x.Details.Flagged))],
            await session.CountWaitingForCurator(cancellation), await session.CountOverdue(rules, now, cancellation), page);
    }

    public static Task<int> CountWaitingForCurator(this IQuerySession session, CancellationToken cancellation) =>
        session.Query<Product>().CountAsync(x => x.WaitingSince != null, cancellation);

    /// <summary>How many wait longer than the rule allows.</summary>
    public static async Task<int> CountOverdue(this IQuerySession session, CurationRules rules, DateTimeOffset now,
        CancellationToken cancellation) =>
        (await session.AdvancedSql.QueryAsync<int>($"select count(*)::int from {Product.Table} where (data ->> "
            + "'WaitingSince')::timestamptz < ?", cancellation, rules.OverdueBefore(now)))[0];
}
