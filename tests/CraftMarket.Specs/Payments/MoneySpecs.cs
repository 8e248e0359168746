using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Payments;

namespace CraftMarket.Specs.Payments;

/// <summary>Transfers of other amounts, news of refunds, and what is asked again after a fault.</summary>
public sealed class MoneySpecs
{
    private static readonly OrderId Order = OrderId.From(Guid.Parse("00000000-0000-7000-8000-000000000010"));
    private static readonly ArtisanId Sahnun = ArtisanId.From(Guid.Parse("00000000-0000-7000-8000-000000000001"));
    private static readonly OrderPart Part = new(SellerOrderId.From(Guid.Parse("00000000-0000-7000-8000-000000000011")), Sahnun,
        new(150_000), new(10_000), new(7_500));
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 2, 3, TimeSpan.Zero);
    private static readonly Payment Waiting = new(PaymentId.Of(Order), Order, PaymentMethod.Transfer, Part.Total, [Part], Now,
        PaymentStatus.Pending, null, null, null);
    private static readonly Refund Sent = new(new(Guid.Parse("00000000-0000-7000-8000-000000000012")), Order, Part.SellerOrderId,
        Sahnun, PaymentMethod.Card, new(25_000), Settled: true, new(2026, 11, 23), "re_1");

    [Fact]
    public void every_try_after_a_fault_has_a_key_of_its_own_and_a_restart_goes_on_with_it()
    {
        var keys = new List<Guid>();
        for (var payment = Waiting; keys.Count < 5; payment = payment.Apply(new CheckoutFaulted(Now)))
            keys.Add(StripeGateway.KeyOf(payment));
        Assert.Equal(5, keys.Distinct().Count());
        Assert.Equal(Waiting.Id.Value, keys[0]);
        Assert.Equal(keys[2], StripeGateway.KeyOf(Waiting with { Faults = 2 }));
        Assert.NotEqual(StripeGateway.KeyOf(Sent), StripeGateway.KeyOf(Sent.Apply(new RefundFaulted())));
    }

    [Fact]
    public void a_page_that_is_not_the_buyers_ends_nothing()
    {
        var card = Waiting with { Method = PaymentMethod.Card, SessionId = "cs_2" };
        Assert.Empty(EndPaymentHandler.Handle(new(card.Id, "cs_1"), card).Item2);
        Assert.Equal([new PaymentEnded()], EndPaymentHandler.Handle(new(card.Id, "cs_2"), card).Item2);
    }

    [Fact]
    public void transfers_in_any_pieces_complete_the_payment_when_they_are_the_orders_amount()
    {
        const int seed = 20261130;
        var random = new Random(seed);
        for (var run = 0; run < 200; run++)
        {
            var (payment, booked, paid) = (Waiting, new List<EntryBooked>(), 0);
            while (payment.Status == PaymentStatus.Pending)
            {
                var amount = payment.Undecided == Rupiah.Zero && random.Next(3) == 0 ? payment.Total
                    : new Rupiah(random.NextInt64(1, payment.Missing.Amount + 1));
                var (_, events, ops, told) = ConfirmTransferHandler.Handle(new(payment.Id, $"{random.Next()}", amount),
                    payment, Now);
                payment = events.Aggregate(payment, Fold);
                booked.AddRange(Entries(ops));
                paid += told.OfType<PaymentReceived>().Count();
            }

            Assert.True(paid == 1, $"seed {seed}, run {run}");
            Assert.True((Of(booked, Account.Bank), Of(booked, Account.Returning), Of(booked, Account.Prepaid)) == (160_000, 0,
                -160_000), $"seed {seed}, run {run}");
        }
    }

    [Fact]
    public void the_same_reference_tells_the_same_once_and_another_amount_under_it_is_refused()
    {
        var (_, events, _, _) = ConfirmTransferHandler.Handle(new(Waiting.Id, " bni 77 ", new(50_000)), Waiting, Now);
        var known = events.Aggregate(Waiting, Fold);
        Assert.Null(ConfirmTransferHandler.Validate(new(Waiting.Id, "BNI77", new(50_000)), null, known));
        Assert.Empty(ConfirmTransferHandler.Handle(new(Waiting.Id, "BNI77", new(50_000)), known, Now).Item2);
        Assert.Equal("reference_used", ConfirmTransferHandler.Validate(new(Waiting.Id, "BNI77", new(60_000)), null, known)?.Code);
        Assert.Equal("reference_used",
            ConfirmTransferHandler.Validate(new(Waiting.Id, "BNI78", new(60_000)), new("transfer BNI78", Guid.NewGuid()),
            known)?.Code);
    }

    [Fact]
    public void what_a_transfer_was_over_is_owed_to_the_buyer_and_taken_from_nobody()
    {
        var over = Waiting.Apply(new TransferSeen("BNI-1", new(172_500), Now));
        var (_, events, ops, _) = AcceptTransfersHandler.Handle(new(over.Id, new(Guid.NewGuid())), over, Now);
        Assert.Equal(-12_500, Of([Bookings.TransferSeen(over, over.Transfers[0]).Entry, .. Entries(ops)], Account.Returning));
        var taken = events.Aggregate(over, Fold);
        Assert.Empty(AcceptTransfersHandler.Handle(new(over.Id, new(Guid.NewGuid())), taken, Now).Item2);
        Assert.Equal("wrong_state", AcceptTransfersHandler.Validate(new(over.Id, new(Guid.NewGuid())), Waiting)?.Code);
    }

    [Fact]
    public void news_of_a_refund_in_any_order_and_number_lead_to_the_same()
    {
        const int seed = 20261129;
        var random = new Random(seed);
        string[] states = ["pending", "requires_action", "succeeded", "failed", "succeeded", "canceled"];
        for (var run = 0; run < 200; run++)
        {
            var news = states.Concat(states).ToArray();
            random.Shuffle(news);
            // Half of the time Stripe's news overtake its own answer.
            var (refund, booked) = (run % 2 == 0 ? Sent : Sent with { Reference = null }, new List<EntryBooked>());
            if (run % 2 == 0) booked.Add(Bookings.Refunded(Sent).Entry);
            foreach (var state in news)
            {
                var (events, ops) = TakeRefundStateHandler.Handle(new(Sent.Id, "re_1", state, null, Now), refund);
                refund = events.Aggregate(refund, Fold);
                booked.AddRange(Entries(ops));
            }

            Assert.True(refund is { IsFailed: true, Reference: "re_1" }, $"seed {seed}, run {run}: {refund}");
            Assert.True((Of(booked, Account.Stripe), Of(booked, Account.Returning), Of(booked, Account.Payable)) == (0, -25_000,
                25_000), $"seed {seed}, run {run}");
        }
    }

    [Fact]
    public void what_failed_and_was_sent_by_bank_stays_sent_whatever_stripe_tells_again()
    {
        var failed = Sent.Apply(new RefundStateTold("re_1", "failed", null, Now));
        Assert.Null(MarkRefundSentHandler.Validate(new(Sent.Id, "BNI-5"), new(null, null), failed));
        Assert.Equal("wrong_state", MarkRefundSentHandler.Validate(new(Sent.Id, "BNI-5"), new(null, null), Sent)?.Code);
        var (_, events, ops) = MarkRefundSentHandler.Handle(new(Sent.Id, "BNI-5"), new(null, null), failed, Now);
        var sent = events.Aggregate(failed, Fold);
        Assert.Equal((25_000, -25_000), (Of(Entries(ops), Account.Returning), Of(Entries(ops), Account.Bank)));
        Assert.False(sent.IsFailed);
        Assert.Empty(TakeRefundStateHandler.Handle(new(Sent.Id, "re_1", "failed", null, Now), sent).Item1);
        Assert.Empty(MarkRefundSentHandler.Handle(new(Sent.Id, "bni-5"), new(null, null), sent, Now).Item2);
    }

    [Fact]
    public void a_refund_by_transfer_that_was_booked_when_it_was_asked_is_not_booked_again()
    {
        var asked = Sent with { Method = PaymentMethod.Transfer, Reference = null };
        var old = new EntryBooked(EntryKind.Refunded, Sahnun, Order, Part.SellerOrderId, Sent.On, Rupiah.Zero,
            [Posting.Debit(Account.Payable, Sent.Amount), Posting.Credit(Account.Bank, Sent.Amount)]);
        var (_, _, ops) =
            MarkRefundSentHandler.Handle(new(Sent.Id, "BNI-5"), new(null, new(new(Guid.NewGuid()), Sahnun, Now, old)),
            asked, Now);
        Assert.Empty(Entries(ops));
    }

    [Fact]
    public void what_did_not_arrive_is_not_counted_as_sent_once_stripe_knew()
    {
        var failed = Sent.Apply(new RefundStateTold("re_1", "failed", null, Now));
        Assert.Equal(new OwnRefunds(new(25_000)), ReconcileRefundsHandler.Of([failed], new HashSet<string>(),
            Now.AddMinutes(-1)));
        Assert.Equal(new OwnRefunds(Rupiah.Zero), ReconcileRefundsHandler.Of([failed], new HashSet<string>(), Now.AddMinutes(1)));
    }

    private static Payment Fold(Payment payment, object e) => e switch
    {
        TransferSeen x => payment.Apply(x),
        PaymentCompleted x => payment.Apply(x),
        TransfersReturned x => payment.Apply(x),
        _ => throw new ArgumentOutOfRangeException(nameof(e)),
    };

    private static Refund Fold(Refund refund, object e) => e switch
    {
        RefundSent x => refund.Apply(x),
        RefundStateTold x => refund.Apply(x),
        SellerOrderRefunded x => refund.Apply(x),
        _ => throw new ArgumentOutOfRangeException(nameof(e)),
    };

    private static List<EntryBooked> Entries(IEnumerable<Wolverine.Marten.IMartenOp> ops) =>
        [.. ops.OfType<Wolverine.Marten.IStartStream>().SelectMany(x => x.Events).OfType<EntryBooked>()];

    private static long Of(IEnumerable<EntryBooked> entries, string account) => entries.Select(x => x.Change(account))
        .Sum().Amount;
}
