using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Ordering;
using CraftMarket.Payments;

namespace CraftMarket.Specs.Payments;

/// <summary>Orders, deliveries, refunds before and after them, late payments and payouts of one artisan in any order, counted a
/// second time in the plainest way.</summary>
internal sealed class RandomRun(ArtisanId artisan, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<SellerOrder> _waiting = [];
    private readonly List<PartDelivered> _settled = [];
    private readonly List<Payout> _payouts = [];
    private DateOnly _day = new(2026, 11, 23);
    private Rupiah _earned;

    public List<EntryBooked> Entries { get; } = [];
    public Rupiah Owed { get; private set; }
    public Rupiah Prepaid { get; private set; }

    /// <summary>What waits to become the artisan's: of each part what is left of it, less the fee as far as it reaches.</summary>
    public Rupiah OnTheWay => _waiting.Select(x => x.Total - x.Refunded - x.Fee).Where(x => x > Rupiah.Zero).Sum();

    /// <summary>How often each thing happened, so that a run cannot leave one out.</summary>
    public Dictionary<string, int> Happened { get; } = [];

    public Rupiah PaidOut { get; private set; }

    /// <summary>What was taken out of the balance and neither sent nor given back.</summary>
    public Rupiah BeingPaid => _payouts.Where(x => x.Status == PayoutStatus.Pending).Sum(x => x.Amount);

    /// <summary>What the artisan gets of all parts, wherever it is now: counted without payouts.</summary>
    public Rupiah OfAllParts => OnTheWay + _earned;

    /// <summary>The months that something happened in.</summary>
    public IEnumerable<LocalMonth> Months => Entries.Select(x => LocalMonth.Of(x.On)).Distinct();

    public void Step()
    {
        _day = _day.AddDays(_random.Next(3));
        switch (_random.Next(8))
        {
            case 0: Pay(); break;
            case 6 when _waiting.Any(x => x.Refunded < x.Total): RefundEarly(); break;
            case 7: PayTooLate(); break;
            case 1 when _waiting.Count > 0: Deliver(); break;
            case 2: DeliverCash(); break;
            case 3 when _settled.Count > 0: Refund(); break;
            case 4 when Owed > Rupiah.Zero: AskPayout(); break;
            case 5 when _payouts.Count > 0: FinishPayout(); break;
            default: Pay(); break;
        }
    }

    private void Pay() => _waiting.Add(Received());

    private SellerOrder Received()
    {
        var goods = new Rupiah(_random.Next(1, 500_000));
        var part = new OrderPart(SellerOrderId.From(Guid.NewGuid()), artisan, goods, new(_random.Next(0, 40_000)),
            goods.Share(500));
        var payment = new Payment(PaymentId.From(Guid.NewGuid()), OrderId.From(Guid.NewGuid()),
            _random.Next(2) == 0 ? PaymentMethod.Card : PaymentMethod.Transfer, part.Total, [part], default, PaymentStatus.Paid,
            null, null, "ref");
        Entries.Add(Bookings.Received(payment, part, _day).Entry);
        Prepaid += part.Total;
        return new(part.SellerOrderId, payment.OrderId, artisan, payment.Method, part.Goods, part.Shipping, part.Fee, [], default,
            SellerOrderStatus.Shipped, null, "JNE", null, null, []);
    }

    /// <summary>Some of what a buyer paid in advance goes back, perhaps again, perhaps all of it.</summary>
    private void RefundEarly()
    {
        var part = Take(_waiting, x => x.Refunded < x.Total);
        var amount = new Rupiah(_random.NextInt64(1, (part.Total - part.Refunded).Amount + 1));
        _waiting.Add(Return(part, amount));
        Happened["refund before delivery"] = Happened.GetValueOrDefault("refund before delivery") + 1;
    }

    /// <summary>The stock was gone when the money came: the part is never filled and all of it goes back.</summary>
    private void PayTooLate()
    {
        var part = Received();
        Return(part, part.Total);
        Happened["late payment"] = Happened.GetValueOrDefault("late payment") + 1;
    }

    private SellerOrder Return(SellerOrder part, Rupiah amount)
    {
        var granted = new RefundGranted(RefundId.From(Guid.NewGuid()), amount, "Rusak");
        Entries.Add(Bookings.Refunded(new(granted.RefundId, part.OrderId, part.Id, artisan, part.Method, amount, Settled: false,
            _day, null)).Entry);
        Prepaid -= amount;
        return part with { Refunds = [.. part.Refunds, granted] };
    }

    private void Deliver()
    {
        var part = Take(_waiting);
        var fact = Delivery.Of(part, null, _day)!;
        var left = part.Total - part.Refunded;
        // As the ledger does: nothing is settled where nothing is left.
        if (!fact.IsSale) return;
        Entries.Add(Bookings.Settled(fact).Entry);
        Prepaid -= left;
        var net = left > part.Fee ? left - part.Fee : Rupiah.Zero;
        Owed += net;
        _earned += net;
        _settled.Add(fact);
    }

    private void DeliverCash()
    {
        var goods = new Rupiah(_random.Next(1, 500_000));
        Entries.Add(Bookings.Settled(new(SellerOrderId.From(Guid.NewGuid()), OrderId.From(Guid.NewGuid()), artisan,
            PaymentMethod.CashOnDelivery, goods, Rupiah.Zero, goods.Share(500), [], null, _day)).Entry);
        Owed -= goods.Share(500);
        _earned -= goods.Share(500);
    }

    private void Refund()
    {
        var sale = Take(_settled);
        var amount = new Rupiah(_random.NextInt64(1, (sale.Goods + sale.Shipping).Amount + 1));
        Entries.Add(Bookings.Refunded(new(RefundId.From(Guid.NewGuid()), sale.OrderId, sale.SellerOrderId, artisan,
            sale.Method, amount, Settled: true, _day, null)).Entry);
        Owed -= amount;
        _earned -= amount;
        if (sale.Method == PaymentMethod.Card) Fail(sale, amount);
    }

    /// <summary>Stripe could not deliver it; perhaps the office hands it over. The artisan bears it either way.</summary>
    private void Fail(PartDelivered sale, Rupiah amount)
    {
        var refund = new Refund(RefundId.From(Guid.NewGuid()), sale.OrderId, sale.SellerOrderId, artisan, sale.Method, amount,
            Settled: true, _day, "re");
        Entries.Add(Bookings.RefundFailed(refund, _day).Entry);
        if (_random.Next(2) == 0) Entries.Add(Bookings.SentByHand(refund, _day).Entry);
        Happened["refund that failed"] = Happened.GetValueOrDefault("refund that failed") + 1;
    }

    private void AskPayout()
    {
        var payout = new Payout(PayoutId.From(Guid.NewGuid()), artisan, new(_random.NextInt64(1, Owed.Amount + 1)),
            PayoutStatus.Pending, null, default);
        Entries.Add(Bookings.PayoutAsked(payout.Id, artisan, payout.Amount, _day).Entry);
        Owed -= payout.Amount;
        _payouts.Add(payout);
    }

    private void FinishPayout()
    {
        var payout = Take(_payouts);
        if (payout.Status == PayoutStatus.Pending && _random.Next(3) > 0)
        {
            Entries.Add(Bookings.PayoutPaid(payout, _day).Entry);
            PaidOut += payout.Amount;
            _payouts.Add(payout with { Status = PayoutStatus.Paid });
            return;
        }

        Entries.Add(Bookings.PayoutReturned(payout, _day).Entry);
        if (payout.Status == PayoutStatus.Paid) PaidOut -= payout.Amount;
        Owed += payout.Amount;
    }

    private T Take<T>(List<T> from, Func<T, bool>? which = null)
    {
        int[] fit = [.. Enumerable.Range(0, from.Count).Where(x => which?.Invoke(from[x]) ?? true)];
        var index = fit[_random.Next(fit.Length)];
        var taken = from[index];
        from.RemoveAt(index);
        return taken;
    }
}
