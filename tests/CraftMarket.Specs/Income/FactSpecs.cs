using CraftMarket.Income;
using CraftMarket.Income.Reports;
using CraftMarket.Income.Sales;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;

namespace CraftMarket.Specs.Income;

/// <summary>What the facts of others come to in an artisan's month and in a person of the programme.</summary>
public sealed class FactSpecs
{
    private static readonly PersonId InaqSahnun = new(Guid.Parse("0193a000-0000-7000-8000-000000000101"));
    private static readonly ArtisanId Artisan = new(Guid.Parse("0193a000-0000-7000-8000-000000000201"));
    private static readonly BatchId Batch = new(Guid.Parse("0193a000-0000-7000-8000-0000000000b3"));
    private static readonly BatchId Later = new(Guid.Parse("0193a000-0000-7000-8000-0000000000b4"));
    private static readonly SellerOrderId Part = new(Guid.Parse("0193a000-0000-7000-8000-000000000301"));
    private static readonly DateOnly Day = new(2026, 11, 3);
    private static readonly PartDelivered Delivered = new(Part, new(Guid.Empty), Artisan, PaymentMethod.Card, new(100_000),
        new(9_000), new(5_000), [], null, Day);
    private static readonly SellerOrderRefunded Refunded = new(new(Guid.Parse("0193a000-0000-7000-8000-000000000401")), Part,
        new(Guid.Empty), Artisan, new(40_000), true, Day);

    [Fact]
    public void a_person_is_in_all_their_batches_and_at_home_where_the_last_one_says()
    {
        var batches = new[] { (Later, Day.AddDays(40)), (Batch, Day) }.Select(x => new ReportedBatch(x.Item1,
            new(x.Item1, "Angkatan", new(Guid.Empty), "Perajin Semoyang", "kerajinan", "inClass", x.Item2, x.Item2, null, null,
                null, 30)));
        ReportedSeat Seat(BatchId batch, RegionCode village) => new(Guid.NewGuid(), InaqSahnun, batch, village);
        var person = Assert.Single(ProgrammePerson.Of(
            [Seat(Later, Regions.Ntb), Seat(Batch, Regions.Semoyang), Seat(new(Guid.NewGuid()), Regions.Semoyang)], batches,
            [new(Artisan, InaqSahnun)], []));
        Assert.Equal([Batch, Later], person.Batches);
        Assert.Equal((Regions.Ntb, Artisan, null), (person.Village, person.ArtisanId, person.NetBefore(Day)));
    }

    [Fact]
    public void a_sale_that_went_back_whole_is_none_in_its_month()
    {
        var month = ArtisanMonth.Of(Artisan, new(2026, 11)).After(Delivered).After(new PartGivenBack(Part, Artisan, [], Day));
        Assert.Equal((0, 0, Delivered.Goods), (month.Sales, month.CostUnknown, month.Goods));
    }

    [Fact]
    public void what_went_back_before_it_arrived_counts_as_no_sale() => Assert.Equal(0, ArtisanMonth
        .Of(Artisan, new(2026, 11)).After(Delivered with { Goods = default, Shipping = default, Fee = default }).Sales);

    [Fact]
    public void a_refund_of_what_was_never_the_artisans_changes_no_income() => Assert.Equal(Rupiah.Zero, ArtisanMonth
        .Of(Artisan, new(2026, 11)).After(Refunded with { Settled = false }).Refunds);

    [Fact]
    public void a_month_is_the_ledger_and_its_net_leaves_out_the_courier()
    {
        var month = new object[]
        {
            Delivered, Refunded,
            new OffPlatformSaleReported(Artisan, new(2026, 11), null, new(80_000), new(30_000), SaleProof.Seen, null, "c", true),
            new OffPlatformSaleReported(Artisan, new(2026, 11), null, new(20_000), null, SaleProof.Said, null, "a", false),
        }.Aggregate(ArtisanMonth.Of(Artisan, new(2026, 11)), (sum, x) => sum.After(x));
        Assert.Equal(new Rupiah(100_000 + 9_000 - 5_000 - 40_000), month.Marketplace);
        Assert.Equal((new Rupiah(20_000), new Rupiah(80_000), Rupiah.Zero), (month.Said, month.Seen, month.Receipt));
        Assert.Equal(new Rupiah(100_000 - 5_000 - 40_000 + 100_000 - 30_000), month.Net);
        Assert.Equal(2, month.CostUnknown);
    }
}
