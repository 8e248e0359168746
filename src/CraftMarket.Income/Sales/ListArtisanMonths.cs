using Marten;

namespace CraftMarket.Income.Sales;

/// <summary>The months of one artisan in which something was sold or given back, the latest first.</summary>
public static class ListArtisanMonths
{
    public static async Task<IReadOnlyList<ArtisanMonth>> Run(IQuerySession session, ArtisanId artisan,
        CancellationToken cancellation) =>
        [.. (await session.Query<ArtisanMonth>().Where(x => x.ArtisanId == artisan).ToListAsync(cancellation))
            .OrderByDescending(x => x.Month)];
}
