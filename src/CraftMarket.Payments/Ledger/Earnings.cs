using Marten;

namespace CraftMarket.Payments;

/// <summary>One line of an artisan's account.</summary>
/// <param name="Kind"><c>sale</c>, <c>cashSale</c> (only its fee), <c>refund</c>, <c>payout</c>, <c>payoutReturned</c> or <c>broughtForward</c>.</param>
/// <param name="Amount">What it adds to the balance; negative when it takes away.</param>
public sealed record EarningsRow(DateOnly Date, string Kind, Rupiah Amount, string? OrderNumber, OrderId? OrderId);

/// <summary>An artisan's money. The rows always sum to the balance.</summary>
/// <param name="Balance">Owed and payable; with a month, as it stood at that month's end.</param>
/// <param name="OnTheWay">Paid by buyers for parts not yet delivered, less the fee: what will be added to the balance.</param>
/// <param name="Paid">Sent to the artisan's bank so far, without what came back.</param>
public sealed record Earnings(Rupiah Balance, Rupiah OnTheWay, Rupiah Paid, IReadOnlyList<EarningsRow> Rows)
{
    public static async Task<Earnings> Of(IQuerySession session, ArtisanId artisan, LocalMonth? month, CancellationToken cancellation)
    {
        var entries = await session.Query<LedgerEntry>().Where(x => x.ArtisanId == artisan).ToListAsync(cancellation);
        var orders = entries.Select(x => x.Booked.OrderId).OfType<OrderId>().Distinct().ToList();
        var labels = await session.Query<OrderLabel>().Where(x => x.Id.IsOneOf(orders)).ToListAsync(cancellation);
        return From([.. entries.OrderBy(x => x.Booked.On).ThenBy(x => x.At).Select(x => x.Booked)], labels.ToDictionary(x => x.Id, x => x.Number), month);
    }

    internal static Earnings From(IReadOnlyList<EntryBooked> entries, IReadOnlyDictionary<OrderId, string> numbers, LocalMonth? month)
    {
        var rows = entries.Where(x => x.Change(Account.Payable) != Rupiah.Zero && (month is not { } last || LocalMonth.Of(x.On) <= last))
            .Select(x => new EarningsRow(x.On, x.Kind, -x.Change(Account.Payable), x.OrderId is { } order ? numbers.GetValueOrDefault(order) : null,
                x.OrderId)).ToList();
        return new(rows.Sum(x => x.Amount), Awaited(entries), PaidOut(entries), month is { } shown ? Shown(rows, shown) : rows);
    }

    private static IReadOnlyList<EarningsRow> Shown(IReadOnlyList<EarningsRow> rows, LocalMonth month)
    {
        var before = rows.Where(x => LocalMonth.Of(x.Date) < month).Sum(x => x.Amount);
        var shown = rows.Where(x => LocalMonth.Of(x.Date) == month);
        return before == Rupiah.Zero ? [.. shown] : [new(month.FirstDay, "broughtForward", before, null, null), .. shown];
    }

    private static Rupiah Awaited(IReadOnlyList<EntryBooked> entries) => entries.Where(x => x.SellerOrderId is not null)
        .GroupBy(x => x.SellerOrderId).Sum(part =>
        {
            Rupiah prepaid = -part.Sum(x => x.Change(Account.Prepaid)), fee = part.Sum(x => x.Fee);
            return prepaid > fee ? prepaid - fee : Rupiah.Zero;
        });

    private static Rupiah PaidOut(IReadOnlyList<EntryBooked> entries) => -entries
        .Where(x => x.Kind is EntryKind.PayoutPaid or EntryKind.PayoutReturned).Sum(x => x.Change(Account.Bank));
}
