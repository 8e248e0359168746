using CraftMarket.Income;
using CraftMarket.Income.Sales;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;

namespace CraftMarket.Specs.Income;

/// <summary>Facts arrive in any order and more than once; each counts once.</summary>
public sealed class FactSpecs
{
    private static readonly PersonId InaqSahnun = new(Guid.Parse("0193a000-0000-7000-8000-000000000101"));
    private static readonly ArtisanId Artisan = new(Guid.Parse("0193a000-0000-7000-8000-000000000201"));
    private static readonly BatchId Batch = new(Guid.Parse("0193a000-0000-7000-8000-0000000000b3"));
    private static readonly SellerOrderId Part = new(Guid.Parse("0193a000-0000-7000-8000-000000000301"));
    private static readonly DateOnly Day = new(2026, 11, 3);
    private static readonly BatchOpened Opened = new(Batch, "Angkatan 3", new(Guid.Empty), "Perajin Semoyang", "kerajinan",
        "inClass", Day, Day);
    private static readonly SellerOrderSettled Settled = new(Part, new(Guid.Empty), Artisan, PaymentMethod.Card, new(100_000),
        new(9_000), new(5_000), Day);
    private static readonly SellerOrderRefunded Refunded = new(new(Guid.Parse("0193a000-0000-7000-8000-000000000401")), Part,
        new(Guid.Empty), Artisan, new(40_000), true, Day);

    [Fact]
    public void a_batch_told_twice_is_described_once_and_again_when_it_changed()
    {
        var first = (CohortDescribed)Assert.Single(BatchFactHandler.Handle(Opened, null));
        var cohort = new Cohort(Cohort.IdOf(Batch), first);
        Assert.Empty(BatchFactHandler.Handle(Opened, cohort));
        Assert.Single(BatchFactHandler.Handle(Opened with { Name = "Angkatan 3b" }, cohort));
    }

    [Fact]
    public void a_seat_a_completion_and_a_start_of_selling_count_once_whichever_is_told_first()
    {
        object[] facts =
            [new TrainingCompleted(InaqSahnun, Batch, Day), new ArtisanWelcomed(Artisan, InaqSahnun, Regions.Semoyang),
            new TraineeEnrolled(InaqSahnun, Batch, Regions.Semoyang)];
        var forwards = facts.Concat(facts).Aggregate((Livelihood?)null, Tell)!;
        var backwards = facts.Reverse().Concat(facts).Aggregate((Livelihood?)null, Tell)!;
        foreach (var person in new[] { forwards, backwards })
        {
            Assert.Equal([Batch], person.Batches);
            Assert.Equal([Batch], person.Finished);
            Assert.Equal(Artisan, person.ArtisanId);
            Assert.Equal(Regions.Semoyang, person.Village);
        }
    }

    [Fact]
    public void a_settlement_told_twice_counts_once()
    {
        var first = (SaleSettled)Assert.Single(SettlementFactHandler.Handle(Settled, null));
        Assert.Empty(SettlementFactHandler.Handle(Settled, MarketplaceSale.Create(first)));
    }

    [Fact]
    public void a_refund_told_before_its_settlement_counts_and_the_settlement_still_does()
    {
        var refund = (SaleRefunded)Assert.Single(RefundFactHandler.Handle(Refunded, null));
        var sale = MarketplaceSale.Create(refund);
        Assert.Empty(RefundFactHandler.Handle(Refunded, sale));
        Assert.Single(SettlementFactHandler.Handle(Settled, sale));
    }

    [Fact]
    public void a_sale_that_went_back_whole_is_none_in_its_month_whichever_is_told_first()
    {
        var back = new PartGivenBack(Part, Artisan, [], Day);
        var cancelled = (SaleCancelled)Assert.Single(PartGivenBackFactHandler.Handle(back, null));
        var sale = MarketplaceSale.Create(cancelled);
        Assert.Empty(PartGivenBackFactHandler.Handle(back, sale));
        var settled = (SaleSettled)Assert.Single(SettlementFactHandler.Handle(Settled, sale));
        Assert.Empty(SettlementFactHandler.Handle(Settled, sale.Apply(settled)));
        var month = ArtisanMonth.Of(Artisan, new(2026, 11)).After(cancelled).After(settled);
        Assert.Equal((0, 0, Settled.Goods), (month.Sales, month.CostUnknown, month.Goods));
    }

    [Fact]
    public void an_old_sale_of_nothing_counts_as_none() => Assert.Equal(0, ArtisanMonth.Of(Artisan, new(2026, 11))
        .After(new SaleSettled(Part, Artisan, default, default, default, Day)).Sales);

    [Fact]
    public void a_refund_of_what_was_never_the_artisans_changes_no_income() =>
        Assert.Empty(RefundFactHandler.Handle(Refunded with { Settled = false }, null));

    [Fact]
    public void a_month_is_the_ledger_and_its_net_leaves_out_the_courier()
    {
        var month = new object[]
        {
            SettlementFactHandler.Handle(Settled, null)[0], RefundFactHandler.Handle(Refunded, null)[0],
            new OffPlatformSaleReported(Artisan, new(2026, 11), null, new(80_000), new(30_000), SaleProof.Seen, null, "c", true),
            new OffPlatformSaleReported(Artisan, new(2026, 11), null, new(20_000), null, SaleProof.Said, null, "a", false),
        }.Aggregate(ArtisanMonth.Of(Artisan, new(2026, 11)), (sum, x) => sum.After(x));
        Assert.Equal(new Rupiah(100_000 + 9_000 - 5_000 - 40_000), month.Marketplace);
        Assert.Equal((new Rupiah(20_000), new Rupiah(80_000), Rupiah.Zero), (month.Said, month.Seen, month.Receipt));
        Assert.Equal(new Rupiah(100_000 - 5_000 - 40_000 + 100_000 - 30_000), month.Net);
        Assert.Equal(2, month.CostUnknown);
    }

    private static Livelihood? Tell(Livelihood? person, object fact) => (fact switch
    {
        TraineeEnrolled x => EnrolmentFactHandler.Handle(x, person),
        TrainingCompleted x => CompletionFactHandler.Handle(x, person),
        _ => ArtisanFactHandler.Handle((ArtisanWelcomed)fact, person),
    }).Aggregate(person, (known, happened) => (known ?? Livelihood.Of(InaqSahnun)).After(happened));
}
