using Marten;

namespace CraftMarket.Payments;

/// <summary>One line of an artisan's account.</summary>
/// <param name="Kind"><c>sale</c>, <c>cashSale</c> (only its fee), <c>refund</c>, <c>payout</c>, <c>payoutReturned</c> or
/// <c>broughtForward</c>.</param>
/// <param name="Amount">What it adds to the balance; negative when it takes away.</param>
public sealed record EarningsRow(DateOnly Date, string Kind, Rupiah Amount, string? OrderNumber, OrderId? OrderId);

/// <summary>An amount that is the artisan's and not paid yet, or owed by the artisan: why, and what ends the waiting.</summary>
/// <param name="In"><c>onTheWay</c>, <c>balance</c> or <c>beingPaid</c>: the figure that it is part of.</param>
/// <param name="Amount">Below zero when it is netted off.</param>
/// <param name="Why"><c>notDelivered</c>, <c>nextPayout</c>, <c>disputed</c>, <c>beingSent</c>, <c>refundAfterPayout</c> or
/// <c>cashFees</c>.</param>
/// <param name="Until">What it waits for: <c>delivery</c>, <c>payout</c>, <c>disputeEnd</c>, <c>bankTransfer</c> or
/// <c>laterSales</c>.</param>
public sealed record WaitingAmount(string In, Rupiah Amount, string Why, string Until, DateOnly Since, string? OrderNumber,
    OrderId? OrderId);

/// <summary>An artisan's money: every rupiah of a part is in exactly one of the four amounts. The rows always sum to the
/// balance.</summary>
/// <param name="Balance">Owed and payable; with a month, as it stood at that month's end.</param>
/// <param name="OnTheWay">Paid by buyers for parts not yet delivered, less the fee: what will be added to the balance.</param>
/// <param name="BeingPaid">Taken out of the balance to be sent, and not sent yet.</param>
/// <param name="Paid">Sent to the artisan's bank so far, without what came back.</param>
/// <param name="Waiting">What <paramref name="OnTheWay"/>, the balance of today and <paramref name="BeingPaid"/> consist
/// of.</param>
public sealed record Earnings(Rupiah Balance, Rupiah OnTheWay, Rupiah BeingPaid, Rupiah Paid, IReadOnlyList<EarningsRow> Rows,
    IReadOnlyList<WaitingAmount> Waiting)
{
    public static readonly Earnings None = new(default, default, default, default, [], []);

    public static async Task<Earnings> Of(IQuerySession session, ArtisanId artisan, LocalMonth? month,
        CancellationToken cancellation)
    {
        var entries = await session.Query<LedgerEntry>().Where(x => x.ArtisanId == artisan).ToListAsync(cancellation);
        var orders = entries.Select(x => x.Booked.OrderId).OfType<OrderId>().Distinct().ToList();
        var labels = await session.Query<OrderLabel>().Where(x => x.Id.IsOneOf(orders)).ToListAsync(cancellation);
        return From([.. entries.OrderBy(x => x.Booked.On).ThenBy(x => x.At).Select(x => x.Booked)],
            labels.ToDictionary(x => x.Id, x => x.Number), month, await PaymentIssues.Disputed(session, cancellation));
    }

    internal static Earnings From(IReadOnlyList<EntryBooked> entries, IReadOnlyDictionary<OrderId, string> numbers,
        LocalMonth? month, IReadOnlySet<OrderId>? disputed = null)
    {
        IReadOnlyList<EarningsRow> all = [.. entries.Where(x => x.Change(Account.Payable) != Rupiah.Zero).Select(x =>
            new EarningsRow(x.On, x.Kind, -x.Change(Account.Payable), x.OrderId is { } order ? numbers.GetValueOrDefault(order)
                : null, x.OrderId))];
        IReadOnlyList<EarningsRow> rows = [.. all.Where(x => month is not { } last || LocalMonth.Of(x.Date) <= last)];
        var waiting = WaitingAmounts.Of(entries, all, numbers, disputed ?? new HashSet<OrderId>());
        return new(rows.Sum(x => x.Amount), waiting.Sum("onTheWay"), -entries.Sum(x => x.Change(Account.PayoutsPending)),
            PaidOut(entries), month is { } shown ? Shown(rows, shown) : rows, waiting);
    }

    /// <summary>The rows that took the balance below zero; none when it is not.</summary>
    public IReadOnlyList<EarningsRow> Shortfall() => WaitingAmounts.BelowZero(Rows);

    private static IReadOnlyList<EarningsRow> Shown(IReadOnlyList<EarningsRow> rows, LocalMonth month)
    {
        var before = rows.Where(x => LocalMonth.Of(x.Date) < month).Sum(x => x.Amount);
        var shown = rows.Where(x => LocalMonth.Of(x.Date) == month);
        return before == Rupiah.Zero ? [.. shown] : [new(month.FirstDay, "broughtForward", before, null, null), .. shown];
    }

    private static Rupiah PaidOut(IReadOnlyList<EntryBooked> entries) => -entries
        .Where(x => x.Kind is EntryKind.PayoutPaid or EntryKind.PayoutReturned).Sum(x => x.Change(Account.Bank));
}
