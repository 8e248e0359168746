using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten.Events.Projections;

namespace CraftMarket.Income.Sales;

/// <summary>What an artisan sold in a month: in the shop, and outside it by proof.</summary>
/// <param name="Goods">Settled goods; shipping beside it is the courier's in the end.</param>
/// <param name="Refunds">Given back after settlement, in the month it was given back.</param>
/// <param name="MaterialCost">As far as it is known.</param>
/// <param name="CostUnknown">Sales whose material cost nobody stated; in the shop nobody is asked yet.</param>
public sealed record ArtisanMonth(string Id, ArtisanId ArtisanId, LocalMonth Month, int Sales, Rupiah Goods, Rupiah Shipping,
    Rupiah Fees, Rupiah Refunds, Rupiah Said, Rupiah Seen, Rupiah Receipt, Rupiah MaterialCost, int CostUnknown)
{
    public static string IdOf(ArtisanId artisan, LocalMonth month) => $"{artisan.Value}/{month}";

    /// <summary>The artisan's ledger of the month: settled parts after fees and refunds.</summary>
    public Rupiah Marketplace => Goods + Shipping - Fees - Refunds;

    public Rupiah OffPlatform => Said + Seen + Receipt;

    /// <summary>What is left to live on: without the courier's money and without the material, as far as that is known.</summary>
    public Rupiah Net => Marketplace - Shipping + OffPlatform - MaterialCost;

    /// <summary>False where an older version took a sale that nobody can have made; such a month is in no report until it is
    /// added up again without it.</summary>
    internal bool IsBelievable => new[] { Said, Seen, Receipt, MaterialCost }.Max() <= LargestAmounts.MonthlySales;

    internal static ArtisanMonth Of(ArtisanId artisan, LocalMonth month) =>
        new(IdOf(artisan, month), artisan, month, 0, default, default, default, default, default, default, default, default, 0);

    internal ArtisanMonth After(object happened) => happened switch
    {
        PartDelivered { IsSale: true } e => this with
        {
            Sales = Sales + 1,
            CostUnknown = CostUnknown + 1,
            Goods = Goods + e.Goods,
            Shipping = Shipping + e.Shipping,
            Fees = Fees + e.Fee,
        },
        SellerOrderRefunded { Settled: true } e => this with { Refunds = Refunds + e.Amount },
        PartGivenBack => this with { Sales = Sales - 1, CostUnknown = CostUnknown - 1 },
        // Taken by older versions: it counts nowhere, for one such amount is more than all sums together can hold.
        OffPlatformSaleReported e when e.Amount > LargestAmounts.Sale || e.MaterialCost > LargestAmounts.Sale => this,
        OffPlatformSaleReported e => Outside(e),
        _ => this,
    };

    private ArtisanMonth Outside(OffPlatformSaleReported e) => (e.Proof switch
    {
        SaleProof.Said => this with { Said = Said + e.Amount },
        SaleProof.Seen => this with { Seen = Seen + e.Amount },
        _ => this with { Receipt = Receipt + e.Amount },
    }) with
    {
        Sales = Sales + 1,
        MaterialCost = MaterialCost + (e.MaterialCost ?? Rupiah.Zero),
        CostUnknown = CostUnknown + (e.MaterialCost is null ? 1 : 0),
    };
}

/// <summary>Adds up the months of all artisans, later than the sale by a moment and rebuildable at any time.</summary>
public sealed partial class ArtisanMonthFold : MultiStreamProjection<ArtisanMonth, string>
{
    public ArtisanMonthFold()
    {
        Name = "ArtisanMonth";
        // Of other events than before: added up anew, beside what an earlier version added up.
        Version = 2;
        IncludeType<PartDelivered>();
        IncludeType<SellerOrderRefunded>();
        IncludeType<PartGivenBack>();
        IncludeType<OffPlatformSaleReported>();
        Identity<PartDelivered>(e => ArtisanMonth.IdOf(e.ArtisanId, LocalMonth.Of(e.On)));
        Identity<SellerOrderRefunded>(e => ArtisanMonth.IdOf(e.ArtisanId, LocalMonth.Of(e.On)));
        Identity<PartGivenBack>(e => ArtisanMonth.IdOf(e.ArtisanId, LocalMonth.Of(e.DeliveredOn)));
        Identity<OffPlatformSaleReported>(e => ArtisanMonth.IdOf(e.ArtisanId, e.Month));
    }

    public override ArtisanMonth? Evolve(ArtisanMonth? snapshot, string id, IEvent e) => e.Data switch
    {
        PartDelivered { IsSale: true } x => (snapshot ?? ArtisanMonth.Of(x.ArtisanId, LocalMonth.Of(x.On))).After(x),
        SellerOrderRefunded { Settled: true } x =>
            (snapshot ?? ArtisanMonth.Of(x.ArtisanId, LocalMonth.Of(x.On))).After(x),
        PartGivenBack x => (snapshot ?? ArtisanMonth.Of(x.ArtisanId, LocalMonth.Of(x.DeliveredOn))).After(x),
        OffPlatformSaleReported x => (snapshot ?? ArtisanMonth.Of(x.ArtisanId, x.Month)).After(x),
        _ => snapshot,
    };
}
