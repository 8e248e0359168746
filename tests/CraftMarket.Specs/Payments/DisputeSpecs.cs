using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Payments;
using Wolverine;

namespace CraftMarket.Specs.Payments;

/// <summary>While a dispute is open Stripe sends nothing back of its payment.</summary>
public sealed class DisputeSpecs
{
    private static readonly OrderId Order = OrderId.From(Guid.Parse("00000000-0000-7000-8000-000000000010"));
    private static readonly ArtisanId Sahnun = ArtisanId.From(Guid.Parse("00000000-0000-7000-8000-000000000001"));
    private static readonly SellerOrderId Part = SellerOrderId.From(Guid.Parse("00000000-0000-7000-8000-000000000011"));
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 2, 3, TimeSpan.Zero);
    private static readonly PaymentIssue Open = new("dp_1", PaymentIssue.Dispute, Order, 160_000_00, "idr", Now, null, null);
    private static readonly PaymentIssue Won = Open with { EndedAt = Now, Ending = "won" };
    private static readonly PaymentIssue Lost = Won with { Ending = "lost" };

    [Fact]
    public void a_lost_dispute_takes_first_what_was_to_go_back_and_the_parts_bear_the_rest()
    {
        var waiting = Refund(25_000, deferrals: 1);
        var told = End("lost", 160_000, waiting, Refund(5_000), Refund(10_000, deferrals: 1) with { Reference = "re_1" });
        Assert.Equal([new CarryRefund(waiting.Id, "dp_1"), new MoneyTakenBack(Order, "dp_1", new(135_000), "dp_1", Now)], told);
    }

    [Fact]
    public void what_is_more_than_the_bank_took_is_sent_after_all()
    {
        var waiting = Refund(60_000, deferrals: 1);
        Assert.Equal([Send(waiting), new MoneyTakenBack(Order, "dp_1", new(50_000), "dp_1", Now)], End("lost", 50_000, waiting));
    }

    [Fact]
    public void a_dispute_that_is_won_lets_go_what_waited_for_it()
    {
        var waiting = Refund(25_000, deferrals: 1);
        Assert.Equal([Send(waiting)], End("won", 160_000, waiting, Refund(5_000)));
    }

    [Fact]
    public void a_dispute_that_the_operator_called_settled_is_lost_all_the_same()
    {
        Assert.IsType<MoneyTakenBack>(Assert.Single(End(
            Open with { EndedAt = Now, Ending = PaymentIssue.Done }, "lost", 160_000)));
        Assert.Empty(End(Lost, "lost", 160_000));
    }

    [Fact]
    public void a_refund_that_stripe_would_not_send_waits_while_a_dispute_is_open_or_not_known_yet()
    {
        foreach (PaymentIssue[] disputes in new PaymentIssue[][] { [], [Open], [Won, Open],
            [Open with { EndedAt = Now, Ending = PaymentIssue.Done }] })
        {
            var (events, booked, told) = Defer(Refund(25_000), disputes);
            Assert.Equal([new RefundDeferred()], events);
            Assert.Empty(booked);
            Assert.Empty(told);
        }
    }

    [Fact]
    public void a_dispute_lost_a_moment_ago_carries_it_as_far_as_its_money_reaches()
    {
        var refund = Refund(25_000);
        var (events, booked, told) = Defer(refund, [Lost], Outside(135_000));
        Assert.Equal([new RefundSent("dp_1"), refund.Refunded()], events);
        Assert.Single(booked);
        Assert.Empty(told);
        Assert.Equal([new RefundDeferred()], Defer(refund, [Lost], Outside(135_001)).Item1);
        Assert.Empty(Defer(refund with { Reference = "re_1" }, [Lost]).Item1);
    }

    [Fact]
    public void after_a_dispute_that_ended_it_is_sent_once_more_and_then_the_operator_sees_it()
    {
        var refund = Refund(25_000);
        Assert.Equal([Send(refund)], Defer(refund, [Won]).Item3);
        Assert.Throws<InvalidOperationException>(() => Defer(refund.Apply(new RefundDeferred()), [Won]));
    }

    [Fact]
    public void stripe_is_asked_under_another_key_after_a_refusal_and_under_the_same_otherwise()
    {
        var refund = Refund(25_000);
        Assert.Equal(refund.Id.Value, StripeGateway.KeyOf(refund));
        Assert.Equal(StripeGateway.KeyOf(refund with { Deferrals = 1 }), StripeGateway.KeyOf(refund with { Deferrals = 1 }));
        Assert.Equal(3, Enumerable.Range(0, 3)
            .Select(x => StripeGateway.KeyOf(refund with { Deferrals = x })).Distinct().Count());
    }

    [Fact]
    public void what_a_dispute_carried_stripe_does_not_count_as_sent() =>
        Assert.Equal(new OwnRefunds(new(15_000)), ReconcileRefundsHandler.Of(
        [Refund(25_000) with { Reference = "dp_1" }, Refund(10_000) with { Reference = "re_1" }, Refund(5_000, deferrals: 1),
            Outside(3_000)],
        new HashSet<string> { "dp_1" }));

    private static List<object> End(string ending, long amount, params Refund[] refunds) => End(Open, ending, amount, refunds);

    private static List<object> End(PaymentIssue known, string ending, long amount, params Refund[] refunds) =>
        [.. UseStripeEventHandler.Handle(new("evt_1"),
        new(new("evt_1", "charge.dispute.closed", "dp_1", null, amount * 100, "idr", ending, "pi_1"), Order, known,
            new([known], refunds)), Now).Item2];

    private static (Wolverine.Marten.Events, IEnumerable<Wolverine.Marten.IMartenOp>, OutgoingMessages) Defer(Refund refund,
        PaymentIssue[] disputes, params Refund[] others) =>
        DeferRefundHandler.Handle(new(refund.Id, Order), refund, new(disputes, [refund, .. others]));

    private static SendRefund Send(Refund refund) => new(refund.Id, PaymentId.Of(Order));

    private static Refund Outside(long amount) => Refund(amount) with { Outside = true, Reference = "dp_1" };

    private static Refund Refund(long amount, int deferrals = 0) =>
        new(new(Guid.NewGuid()), Order, Part, Sahnun, PaymentMethod.Card, new(amount), Settled: true, new(2026, 11, 23), null)
        {
            Deferrals = deferrals,
        };
}
