using Marten;

namespace CraftMarket.Ordering;

/// <summary>Who gets what when somebody buys one piece: the maker's and the market's part are the price, to the rupiah; shipping
/// comes on top.</summary>
/// <param name="Parcels">What sending one piece costs within NTB, by how far it goes, nearest first; empty when nothing is sent
/// from there.</param>
/// <param name="ToBuyer">What sending one piece to the buyer's place costs; null when no place was chosen or none is sent
/// there.</param>
public sealed record PriceShare(Rupiah Price, Rupiah Fee, IReadOnlyList<ParcelPrice> Parcels, ParcelQuote? ToBuyer = null)
{
    /// <summary>What the maker's account is credited with when it arrives.</summary>
    public Rupiah Maker => Price - Fee;

    /// <summary>The maker's part in hundredths of the price, rounded down: never more than is true.</summary>
    public int MakerHundredths => Price.Amount == 0 ? 0 : (int)(Maker.Amount * 100 / Price.Amount);

    /// <summary>The least that shipping costs.</summary>
    public ParcelPrice? From => Parcels.Count == 0 ? null : Parcels.MinBy(x => x.Fee);

    public static PriceShare Of(FeeRule rule, ShippingRates rates, ArtisanId artisan, Rupiah price, RegionCode village, int grams,
        RegionCode? to = null) =>
        new(price, rule.For(artisan, price), rates.Parcels(village, grams), to is { } place ? rates.Quote(village, place, grams)
            : null);

    /// <summary>By the fee rule and the shipping rates in force.</summary>
    /// <param name="to">Where the buyer wants it sent; null when nobody said.</param>
    public static async Task<PriceShare> Now(IQuerySession session, ArtisanId artisan, Rupiah price, RegionCode village,
        int grams,
        RegionCode? to, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        var batch = session.CreateBatchQuery();
        var rule = batch.Load<FeeRule>(FeeRule.Current);
        var rates = batch.LoadMany<ZoneRates>().ById(ShippingRates.IdsTowards(to));
        await batch.Execute(cancellation);
        return Of(await rule ?? throw new InvalidOperationException("There is no fee rule."),
            ShippingRates.Of(await rates, LocalMonth.DayOf(now)), artisan, price, village, grams, to);
    }
}

/// <summary>What a parcel of one piece costs within a zone.</summary>
public sealed record ParcelPrice(ShippingZone Zone, Rupiah Fee);
