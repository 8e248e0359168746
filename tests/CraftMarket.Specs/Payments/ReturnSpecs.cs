using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Payments;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Specs.Payments;

public sealed class ReturnSpecs
{
    private static readonly OrderId Order = OrderId.From(Guid.Parse("00000000-0000-7000-8000-000000000010"));
    private static readonly ArtisanId Sahnun = ArtisanId.From(Guid.Parse("00000000-0000-7000-8000-000000000001"));
    private static readonly OrderPart Part = new(SellerOrderId.From(Guid.Parse("00000000-0000-7000-8000-000000000011")), Sahnun,
        new(150_000), new(10_000), new(7_500));
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 2, 3, TimeSpan.Zero);
    private static readonly Payment Pending = new(PaymentId.Of(Order), Order, PaymentMethod.Card, Part.Total, [Part], Now,
        PaymentStatus.Pending, "cs_1", "https://pay.example.com", null);
    private static readonly Payment Paid = Pending with { Status = PaymentStatus.Paid, Reference = "pi_1" };

    [Fact]
    public void what_we_sent_back_ourselves_is_not_counted_again() => Assert.Empty(Count(Paid, told: 50_000, own: 50_000));

    [Fact]
    public void what_somebody_sent_back_at_stripe_is_made_known() =>
        Assert.Equal(new Rupiah(30_000), Assert.IsType<MoneyTakenBack>(Assert.Single(Count(Paid, told: 80_000, own: 50_000)))
            .Amount);

    [Fact]
    public void news_in_any_order_leads_to_the_same_sum()
    {
        const int seed = 20261123;
        var random = new Random(seed);
        for (var run = 0; run < 200; run++)
        {
            int[] steps = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(1, 30_000))];
            int[] told = [.. steps.Select((_, i) => steps.Take(i + 1).Sum())];
            int[] news = [.. told, .. told];
            random.Shuffle(news);
            var (payment, outside) = (Paid, Rupiah.Zero);
            foreach (var total in news)
            {
                var (events, messages) = ReconcileRefundsHandler.Handle(new(Order, "pi_1", new(total)), payment,
                    new(Rupiah.Zero), Now);
                payment = events.OfType<ReturnsTold>().Aggregate(payment, (x, e) => x.Apply(e));
                outside += messages.OfType<MoneyTakenBack>().Sum(x => x.Amount);
            }

            Assert.True(outside == new Rupiah(steps.Sum()), $"seed {seed}, run {run}");
        }
    }

    [Fact]
    public void what_is_told_before_the_payment_waits_for_it()
    {
        var (events, messages) = ReconcileRefundsHandler.Handle(new(Order, "pi_1", new(20_000)), Pending, new(Rupiah.Zero), Now);
        Assert.Empty(messages);
        var known = events.OfType<ReturnsTold>().Aggregate(Pending, (x, e) => x.Apply(e));
        var (_, _, _, told) = CompletePaymentHandler.Handle(new(Pending.Id, "pi_1", Part.Total), known, Now);
        Assert.Contains(new ReconcileRefunds(Order, "pi_1", new(20_000)), told);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(160_001)]
    public void money_of_another_amount_is_kept_apart_and_sent_back(long amount)
    {
        var (_, events, booked, told) = CompletePaymentHandler.Handle(new(Pending.Id, "pi_other", new(amount)), Pending, Now);
        Assert.Equal([new OtherAmountPaid("pi_other", new(amount), Now), new PaymentEnded()], events);
        Assert.Single(booked);
        Assert.Equal([new ReturnOtherAmount(Pending.Id, "pi_other"), new PaymentFailed(Order)], told);
        var kept = events.OfType<OtherAmountPaid>().Aggregate(Pending, (x, e) => x.Apply(e));
        Assert.Empty(CompletePaymentHandler.Handle(new(Pending.Id, "pi_other", new(amount)), kept, Now).Item2);
        Assert.Empty(ReconcileRefundsHandler.Handle(new(Order, "pi_other", new(amount)), kept, new(Rupiah.Zero), Now).Item1);
    }

    [Fact]
    public void a_refund_that_went_back_without_us_is_booked_and_never_sent()
    {
        var asked = new RefundAsked(new(Guid.NewGuid()), Order, Part.SellerOrderId, Sahnun, PaymentMethod.Card, new(5_000),
            Settled: true, new(2026, 11, 23), "pi_1");
        var (started, told) = RequestRefundHandler.Handle(asked, null);
        Assert.Equal(2, started.Count());
        Assert.Equal(asked.RefundId, Assert.Single(started.OfType<IStartStream>().First().Events.OfType<SellerOrderRefunded>())
            .RefundId);
        Assert.Empty(told);
        Assert.IsType<SendRefund>(Assert.Single(RequestRefundHandler.Handle(asked with { Reference = null }, null).Item2));
    }

    [Fact]
    public void a_disputed_order_holds_what_it_earned_and_no_more()
    {
        var sale = Bookings.Settled(new(Part.SellerOrderId, Order, Sahnun, PaymentMethod.Card, new(150_000), new(10_000),
            new(7_500), [], null, new(2026, 11, 23))).Entry;
        Assert.Equal(new Rupiah(152_500), PaymentIssues.Held([sale], new HashSet<OrderId> { Order }));
        Assert.Equal(Rupiah.Zero, PaymentIssues.Held([sale], new HashSet<OrderId>()));
        var ask = new AskPayout(new(Guid.NewGuid()), Sahnun, new(100_000));
        Assert.Equal("disputed", AskPayoutHandler.Validate(ask, new(null, new(200_000), new(152_500)))?.Code);
        Assert.Equal("too_much", AskPayoutHandler.Validate(ask, new(null, new(50_000), new(152_500)))?.Code);
        Assert.Null(AskPayoutHandler.Validate(ask, new(null, new(252_500), new(152_500))));
    }

    private static OutgoingMessages Count(Payment payment, long told, long own) =>
        ReconcileRefundsHandler.Handle(new(Order, "pi_1", new(told)), payment, new(new Rupiah(own)), Now).Item2;
}
