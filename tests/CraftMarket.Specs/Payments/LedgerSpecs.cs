using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Payments;

namespace CraftMarket.Specs.Payments;

public sealed class LedgerSpecs
{
    private static readonly ArtisanId Sahnun = ArtisanId.From(Guid.Parse("00000000-0000-7000-8000-000000000001"));
    private static readonly DateOnly Day = new(2026, 11, 23);
    private static readonly IReadOnlyDictionary<OrderId, string> NoNumbers = new Dictionary<OrderId, string>();

    [Fact]
    public void an_entry_that_does_not_sum_to_zero_cannot_exist() => Assert.Throws<ArgumentException>(() =>
        new EntryBooked(EntryKind.Settled, Sahnun, null, null, Day, Rupiah.Zero,
            [Posting.Debit(Account.Bank, new(5)), Posting.Credit(Account.Payable, new(4))]));

    [Theory]
    [InlineData(1)]
    [InlineData(20261122)]
    [InlineData(52020620)]
    public void the_trial_balance_is_zero_and_rows_sum_to_the_balance_after_any_run(int seed)
    {
        var run = new RandomRun(Sahnun, seed);
        for (var step = 0; step < 400; step++)
        {
            run.Step();
            Assert.True(run.Entries.SelectMany(x => x.Postings).Sum(x => x.Amount) == Rupiah.Zero, $"seed {seed}, step {step}");
            var earnings = Earnings.From(run.Entries, NoNumbers, null);
            Assert.True(earnings.Balance == earnings.Rows.Sum(x => x.Amount), $"seed {seed}, step {step}");
            Assert.True(earnings.Balance == run.Owed, $"seed {seed}, step {step}: {earnings.Balance} instead of {run.Owed}");
            Assert.True(run.Prepaid == -run.Entries.Sum(x => x.Change(Account.Prepaid)), $"seed {seed}, step {step}");
            Assert.True(run.OnTheWay == earnings.OnTheWay,
                $"seed {seed}, step {step}: {earnings.OnTheWay} on the way instead of {run.OnTheWay}");
            Assert.True(run.PaidOut == earnings.Paid, $"seed {seed}, step {step}");
            Assert.True(run.BeingPaid == earnings.BeingPaid,
                $"seed {seed}, step {step}: {earnings.BeingPaid} being paid instead of {run.BeingPaid}");
            Assert.True(run.OfAllParts == earnings.OnTheWay + earnings.Balance + earnings.BeingPaid + earnings.Paid,
                $"seed {seed}, step {step}");
            Assert.True(Said(earnings) == (earnings.OnTheWay, earnings.Balance, earnings.BeingPaid),
                $"seed {seed}, step {step}: {Said(earnings)}");
        }

        Assert.True(run.Months.Count() > 6, $"seed {seed}: {run.Months.Count()} months");
        foreach (var month in run.Months)
        {
            var seen = Earnings.From(run.Entries, NoNumbers, month);
            var until = -run.Entries.Where(x => LocalMonth.Of(x.On) <= month).Sum(x => x.Change(Account.Payable));
            Assert.True(seen.Balance == until, $"seed {seed}, {month}: {seen.Balance} instead of {until}");
            Assert.True(seen.Rows.Sum(x => x.Amount) == until, $"seed {seed}, {month}: the rows do not add up to {until}");
        }

        Assert.True(run.Happened is { Count: 3 } && run.Happened.Values.All(x => x > 5),
            $"seed {seed}: {string.Join(", ", run.Happened)}");
    }

    [Fact]
    public void cash_at_the_door_leaves_only_the_fee_to_pay()
    {
        var sale = Bookings.Settled(Delivered(PaymentMethod.CashOnDelivery)).Entry;
        Assert.Equal(new Rupiah(-7_500), Earnings.From([sale], NoNumbers, null).Balance);
        Assert.Equal(Rupiah.Zero, sale.Change(Account.Bank) + sale.Change(Account.Stripe) + sale.Change(Account.Prepaid));
    }

    [Fact]
    public void a_month_begins_with_what_was_brought_forward_and_still_sums_to_its_balance()
    {
        var october = Bookings.Settled(Delivered(PaymentMethod.Card, new(2026, 10, 31))).Entry;
        var november = Bookings.Settled(Delivered(PaymentMethod.Card, new(2026, 11, 1))).Entry;
        var seen = Earnings.From([october, november], NoNumbers, new LocalMonth(2026, 11));
        Assert.Equal(["broughtForward", "sale"], seen.Rows.Select(x => x.Kind));
        Assert.Equal(seen.Balance, seen.Rows.Sum(x => x.Amount));
        Assert.Equal(new Rupiah(152_500), Earnings.From([october, november], NoNumbers, new LocalMonth(2026, 10)).Balance);
    }

    [Fact]
    public void a_balance_below_zero_is_explained_by_what_happened_since_it_was_not()
    {
        var old = Bookings.Settled(Delivered(PaymentMethod.Card)).Entry;
        var payout = Bookings.PayoutAsked(new(Guid.NewGuid()), Sahnun, new(152_500), Day).Entry;
        var cash = Bookings.Settled(Delivered(PaymentMethod.CashOnDelivery)).Entry;
        var refund = Bookings.Refunded(new(new(Guid.NewGuid()), new(Guid.NewGuid()), new(Guid.NewGuid()), Sahnun,
            PaymentMethod.Card, new(59_500), Settled: true, Day, null)).Entry;
        Assert.Equal(["refund"], Earnings.From([old, payout, refund], NoNumbers, null).Shortfall().Select(x => x.Kind));
        Assert.Equal(("refundAfterPayout", new Rupiah(-59_500)), Why(old, payout, refund));
        Assert.Equal(("cashFees", new Rupiah(-7_500)), Why(old, payout, cash));
        Assert.Empty(Earnings.From([old], NoNumbers, null).Shortfall());
    }

    [Fact]
    public void what_is_disputed_of_a_balance_is_said_apart()
    {
        var sale = Bookings.Settled(Delivered(PaymentMethod.Card)).Entry;
        var other = Bookings.Settled(Delivered(PaymentMethod.Card)).Entry;
        var seen = Earnings.From([sale, other], NoNumbers, null, new HashSet<OrderId> { sale.OrderId!.Value });
        Assert.Equal([("disputed", new Rupiah(152_500)), ("nextPayout", new Rupiah(152_500))],
            seen.Waiting.Select(x => (x.Why, x.Amount)));
    }

    private static (string, Rupiah) Why(params EntryBooked[] entries)
    {
        var below = Earnings.From(entries, NoNumbers, null).Waiting.Single(x => x.In == "balance");
        return (below.Why, below.Amount);
    }

    /// <summary>What the reasons add up to, figure by figure.</summary>
    private static (Rupiah, Rupiah, Rupiah) Said(Earnings earnings)
    {
        Rupiah Of(string figure) => earnings.Waiting.Where(x => x.In == figure).Sum(x => x.Amount);
        return (Of("onTheWay"), Of("balance"), Of("beingPaid"));
    }

    private static PartDelivered Delivered(PaymentMethod method, DateOnly? on = null) => new(SellerOrderId.From(Guid.NewGuid()),
        OrderId.From(Guid.NewGuid()), Sahnun, method, new(150_000), new(10_000), new(7_500), [], null, on ?? Day);
}

public sealed class StripeAmountSpecs
{
    [Fact]
    public void rupiah_are_told_in_hundredths() => Assert.Equal(5_500_000, StripeAmount.Of(new(55_000)));

    [Fact]
    public void every_amount_comes_back_as_it_went()
    {
        const int seed = 4711;
        var random = new Random(seed);
        for (var i = 0; i < 1_000; i++)
        {
            var amount = new Rupiah(random.NextInt64(0, 10_000_000_000));
            Assert.True(StripeAmount.Read(StripeAmount.Of(amount), "idr") == amount, $"seed {seed}: {amount}");
        }
    }

    [Theory]
    [InlineData(5_500_050, "idr")]
    [InlineData(5_500_000, "usd")]
    public void a_fraction_or_another_currency_is_not_ours(long amount, string currency) =>
        Assert.Throws<InvalidOperationException>(() => StripeAmount.Read(amount, currency));
}
