using System.Reflection;
using Marten;

namespace CraftMarket.Ordering;

/// <summary>The shipping rates, the fee rule, the terms of holds and the order book that a fresh house starts with; what is
/// there stays as it is.</summary>
internal sealed class OrderingReferenceData(IDocumentStore store) : IReferenceData
{
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        await Rate(session, cancellation);
        if (await session.LoadAsync<FeeRule>(FeeRule.Current, cancellation) is null)
            session.Store(new FeeRule(FeeRule.Current, 500, new Dictionary<ArtisanId, int>()));
        if (await session.LoadAsync<HoldTerms>(HoldTerms.Current, cancellation) is null) session.Store(HoldTerms.First);
        if (await session.LoadAsync<OrderBook>(OrderBook.TheOne, cancellation) is null)
            session.Events.StartStream<OrderBook>(OrderBook.TheOne, new OrderBookOpened());
        await session.SaveChangesAsync(cancellation);
    }

    /// <summary>Each zone of the first table that has no rate yet gets one; a zone that the operator closed has one:
    /// none.</summary>
    private static async Task Rate(IDocumentSession session, CancellationToken cancellation)
    {
        var first = FirstRates;
        var known = (await session.LoadManyAsync<ZoneRates>(cancellation, [.. first.Select(x => ZoneRates.StreamOf(x.Zone))]))
            .Select(x => x.Zone).ToHashSet();
        var old = await session.LoadAsync<ShippingTable>(ShippingTable.Current, cancellation);
        foreach (var zone in first.Where(x => !known.Contains(x.Zone)))
            session.Events.StartStream<ZoneRates>(ZoneRates.StreamOf(zone.Zone),
                zone with { Rate = old?.For(zone.Zone, zone.Rate!) ?? zone.Rate });
    }

    /// <summary>Every zone of NTB and every province, from Lombok by road, ferry and air: a beginning, until the operator imports
    /// a courier's table.</summary>
    internal static IReadOnlyList<ShippingRateSet> FirstRates
    {
        get
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("CraftMarket.Ordering.first-rates.csv")
                ?? throw new InvalidOperationException("The first shipping rates are missing.");
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var file = (RateFile)RateFile.Read(bytes.ToArray());
            return [.. file.Rows.Select(x => RateCheck.Read(x, default).Set
                ?? throw new InvalidOperationException($"Row {x.Row} of the first shipping rates cannot be read."))];
        }
    }
}
