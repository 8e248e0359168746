using JasperFx.Events;
using Marten;
using Marten.Events;

namespace CraftMarket.Income.Sales;

/// <summary>What one artisan sold outside the shop, the newest first; where only the month is known, its last day
/// counts.</summary>
public static class ListOutsideSales
{
    /// <param name="month">Only those of one month; null for all.</param>
    public static async Task<IReadOnlyList<OffPlatformSale>> Run(IQuerySession session, ArtisanId artisan, LocalMonth? month,
        CancellationToken cancellation) =>
        [
            .. (await session.Query<OffPlatformSale>().Where(x => x.ArtisanId == artisan).ToListAsync(cancellation))
                // Taken by older versions: it counts nowhere.
                .Where(x => x.Amount <= LargestAmounts.Sale && (month is not { } wanted || x.Month == wanted))
                .OrderByDescending(x => x.SoldOn ?? x.Month.Plus(1).FirstDay.AddDays(-1)).ThenByDescending(x => x.Id.Value),
        ];
}

/// <summary>Reads, once, what older versions were told and did not keep for the artisan to see.</summary>
public sealed class EarlierOutsideSales(IDocumentStore store) : IReferenceData
{
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        int found;
        do
        {
            await using var session = store.LightweightSession();
            var bare = await session.QueryAsync<OffPlatformSale>("where data ->> 'Amount' is null limit 200", cancellation);
            foreach (var sale in bare)
                session.Store(OffPlatformSale.Create((IEvent<OffPlatformSaleReported>)(await session.Events.FetchStreamAsync(
                    sale.Id.Value, token: cancellation))[0]));
            await session.SaveChangesAsync(cancellation);
            found = bare.Count;
        }
        while (found > 0);
    }
}
