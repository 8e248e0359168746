using Marten;

namespace CraftMarket.Ordering;

/// <summary>What an artisan keeps of a price, by the fee rule that is frozen at the sale, and whether that pays for material and
/// work.</summary>
/// <remarks>The fee of a sale is rounded once, on the goods of the whole part: three pieces do not always leave three times what
/// one leaves.</remarks>
/// <param name="Pieces">How many are sold together.</param>
/// <param name="Price">Of one piece.</param>
/// <param name="Fee">Of all pieces, in whole rupiah, half away from zero.</param>
/// <param name="Receives">Goods less fee: what the artisan ends up with besides shipping, as the ledger will book it.</param>
/// <param name="MaterialCost">Of all pieces.</param>
/// <param name="Work">Hours times what an hour should be worth, of all pieces.</param>
/// <param name="Left">What is over when material and work are paid; below zero when the price is too low.</param>
/// <param name="LeastPrice">The lowest price of one piece that pays for both, rounded up to a thousand; null when nothing was
/// said of costs.</param>
public sealed record NetPrice(Rupiah Price, Rupiah Fee, int FeeBasisPoints, Rupiah Receives, Rupiah MaterialCost, Rupiah Work,
    Rupiah Left, Rupiah? LeastPrice, int Pieces = 1)
{
    public static async Task<NetPrice> Of(IQuerySession session, ArtisanId artisan, Rupiah price, Making making,
        CancellationToken cancellation,
        int pieces = 1) =>
        Of(await session.LoadAsync<FeeRule>(FeeRule.Current, cancellation)
            ?? throw new InvalidOperationException("The fee rule is missing."), artisan, price, making, pieces);

    internal static NetPrice Of(FeeRule rule, ArtisanId artisan, Rupiah price, Making making, int pieces = 1)
    {
        var goods = price * pieces;
        var fee = rule.For(artisan, goods);
        var cost = making.MaterialCost + making.Work;
        return new(price, fee, rule.BasisPointsFor(artisan), goods - fee, making.MaterialCost * pieces, making.Work * pieces,
            goods - fee - cost * pieces, cost > Rupiah.Zero ? rule.LeastPrice(artisan, cost) : null, pieces);
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
