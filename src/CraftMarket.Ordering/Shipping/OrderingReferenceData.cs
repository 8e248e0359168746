using Marten;

namespace CraftMarket.Ordering;

/// <summary>The shipping table, the fee rule, the terms of holds and the order book that a fresh house starts with; what is
/// there stays as it is.</summary>
internal sealed class OrderingReferenceData(IDocumentStore store) : IReferenceData
{
    private static readonly string[] OnSumbawa = ["52.04", "52.05", "52.06", "52.07", "52.72"];

    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<ShippingTable>(ShippingTable.Current, cancellation) is null) session.Store(FirstTable);
        if (await session.LoadAsync<FeeRule>(FeeRule.Current, cancellation) is null)
            session.Store(new FeeRule(FeeRule.Current, 500, new Dictionary<ArtisanId, int>()));
        if (await session.LoadAsync<HoldTerms>(HoldTerms.Current, cancellation) is null) session.Store(HoldTerms.First);
        if (await session.LoadAsync<OrderBook>(OrderBook.TheOne, cancellation) is null)
            session.Events.StartStream<OrderBook>(OrderBook.TheOne, new OrderBookOpened());
        await session.SaveChangesAsync(cancellation);
    }

    /// <summary>Every regency of NTB, by road and ferry.</summary>
    internal static ShippingTable FirstTable { get; } = new(ShippingTable.Current,
        Regions.Regencies.ToDictionary(x => x.Code.Value, x => OnSumbawa.Contains(x.Code.Value) ? "Sumbawa" : "Lombok"),
        new Dictionary<ShippingZone, ShippingRate>
        {
            [ShippingZone.SameRegency] = new(new(10_000), new(5_000)),
            [ShippingZone.SameIsland] = new(new(15_000), new(7_500)),
            [ShippingZone.OtherIsland] = new(new(25_000), new(15_000)),
        });
}
