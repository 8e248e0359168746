namespace CraftMarket.Payments;

/// <summary>Says of every amount that is not paid yet why that is so.</summary>
internal static class WaitingAmounts
{
    public static IReadOnlyList<WaitingAmount> Of(IReadOnlyList<EntryBooked> entries, IReadOnlyList<EarningsRow> rows,
        IReadOnlyDictionary<OrderId, string> numbers, IReadOnlySet<OrderId> disputed) =>
        [.. OnTheWay(entries, numbers), .. Balance(rows, numbers, disputed), .. BeingPaid(entries)];

    public static Rupiah Sum(this IEnumerable<WaitingAmount> amounts, string figure) =>
        amounts.Where(x => x.In == figure).Sum(x => x.Amount);

    /// <summary>Since the balance was last not below zero: the rows that led there.</summary>
    public static IReadOnlyList<EarningsRow> BelowZero(IReadOnlyList<EarningsRow> rows)
    {
        var (balance, since) = (Rupiah.Zero, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            if (balance >= Rupiah.Zero) since = i;
            balance += rows[i].Amount;
        }

        return balance < Rupiah.Zero ? [.. rows.Skip(since)] : [];
    }

    private static IEnumerable<WaitingAmount> OnTheWay(IReadOnlyList<EntryBooked> entries,
        IReadOnlyDictionary<OrderId, string> numbers)
    {
        foreach (var part in entries.Where(x => x.SellerOrderId is not null).GroupBy(x => x.SellerOrderId))
        {
            Rupiah prepaid = -part.Sum(x => x.Change(Account.Prepaid)), fee = part.Sum(x => x.Fee);
            if (prepaid <= fee) continue;
            yield return Amount("onTheWay", prepaid - fee, "notDelivered", "delivery", part.First().On, part.First()
                .OrderId, numbers);
        }
    }

    private static IEnumerable<WaitingAmount> Balance(IReadOnlyList<EarningsRow> rows,
        IReadOnlyDictionary<OrderId, string> numbers, IReadOnlySet<OrderId> disputed)
    {
        var left = rows.Sum(x => x.Amount);
        if (left < Rupiah.Zero)
        {
            var below = BelowZero(rows);
            var refunded = below.Any(x => x.Kind == EntryKind.Refunded);
            yield return Amount("balance", left, refunded ? "refundAfterPayout" : "cashFees", "laterSales", below[0].Date,
                null, numbers);
            yield break;
        }

        foreach (var order in rows.Where(x => x.OrderId is { } id && disputed.Contains(id)).GroupBy(x => x.OrderId))
        {
            var earned = order.Sum(x => x.Amount);
            var held = earned < left ? earned : left;
            if (held <= Rupiah.Zero) continue;
            left -= held;
            yield return Amount("balance", held, "disputed", "disputeEnd", order.First().Date, order.Key, numbers);
        }

        if (left > Rupiah.Zero) yield return Amount("balance", left, "nextPayout", "payout", rows[^1].Date, null, numbers);
    }

    private static IEnumerable<WaitingAmount> BeingPaid(IReadOnlyList<EntryBooked> entries)
    {
        var sent = -entries.Sum(x => x.Change(Account.PayoutsPending));
        if (sent == Rupiah.Zero) yield break;
        // The payouts that came first were sent first: the entries do not name their payout.
        var open = Rupiah.Zero;
        foreach (var asked in entries.Where(x => x.Kind == EntryKind.Payout).Reverse())
        {
            var amount = -asked.Change(Account.PayoutsPending);
            var part = amount < sent - open ? amount : sent - open;
            if (part <= Rupiah.Zero) yield break;
            open += part;
            yield return new("beingPaid", part, "beingSent", "bankTransfer", asked.On, null, null);
        }
    }

    private static WaitingAmount Amount(string figure, Rupiah amount, string why, string until, DateOnly since, OrderId? order,
        IReadOnlyDictionary<OrderId, string> numbers) =>
        new(figure, amount, why, until, since, order is { } id ? numbers.GetValueOrDefault(id) : null, order);
}
