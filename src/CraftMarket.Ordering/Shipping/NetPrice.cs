using Marten;

namespace CraftMarket.Ordering;

/// <summary>What an artisan keeps of a price, by the fee rule that is frozen at the sale, and whether that pays for material and work.</summary>
/// <param name="Receives">Price less fee: what the ledger will credit for one piece, besides its shipping.</param>
/// <param name="Work">Hours times what an hour should be worth.</param>
/// <param name="Left">What is over when material and work are paid; below zero when the price is too low.</param>
/// <param name="LeastPrice">The lowest price that pays for both, rounded up to a thousand; null when nothing was said of costs.</param>
public sealed record NetPrice(Rupiah Price, Rupiah Fee, int FeeBasisPoints, Rupiah Receives, Rupiah MaterialCost, Rupiah Work, Rupiah Left,
    Rupiah? LeastPrice)
{
    public static async Task<NetPrice> Of(IQuerySession session, ArtisanId artisan, Rupiah price, Making making, CancellationToken cancellation) =>
        Of(await session.LoadAsync<FeeRule>(FeeRule.Current, cancellation) ?? throw new InvalidOperationException("The fee rule is missing."),
            artisan, price, making);

    internal static NetPrice Of(FeeRule rule, ArtisanId artisan, Rupiah price, Making making)
    {
        var fee = rule.For(artisan, price);
        var cost = making.MaterialCost + making.Work;
        return new(price, fee, rule.BasisPointsFor(artisan), price - fee, making.MaterialCost, making.Work, price - fee - cost,
            cost > Rupiah.Zero ? rule.LeastPrice(artisan, cost) : null);
    }
}

/// <summary>What goes into one piece. It is the artisan's own business and is kept nowhere but in their drafts.</summary>
/// <param name="Hours">May be a part of an hour.</param>
/// <param name="Hourly">What the artisan wants an hour of work to be worth.</param>
public sealed record Making(Rupiah MaterialCost, decimal Hours, Rupiah Hourly)
{
    public static readonly Making Unsaid = new(Rupiah.Zero, 0, Rupiah.Zero);

    /// <summary>In whole rupiah, half away from zero.</summary>
    public Rupiah Work => new((long)Math.Round(Hours * Hourly.Amount, MidpointRounding.AwayFromZero));
}
