using JasperFx.Events;

namespace CraftMarket.Ordering;

/// <summary>The book of numbered orders was opened.</summary>
public sealed record OrderBookOpened;

/// <summary>An order got the next line of the book.</summary>
public sealed record OrderEntered(OrderId OrderId);

/// <summary>Numbers orders without gaps: a line is written in the same transaction that confirms the order.</summary>
public sealed record OrderBook(Guid Id, int Lines)
{
    public static Guid TheOne => StreamId.For("order-book");

    public static OrderBook Create(IEvent<OrderBookOpened> e) => new(e.StreamId, 0);

    public OrderBook Apply(OrderEntered e) => this with { Lines = Lines + 1 };

    /// <summary>The line of an order by its number, however it is typed: <c>CM-000123</c>, <c>cm 123</c>, <c>123</c>; null when
    /// that is no number.</summary>
    public static int? LineOf(string? number)
    {
        var digits = (number ?? "").Trim().ToUpperInvariant().Replace("CM", "", StringComparison.Ordinal).Trim(' ', '-', '.');
        return digits.Length <= 9
            && int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture,
            out var line) && line > 0 ? line : null;
    }

    /// <summary>The number that the next order gets, such as <c>CM-000123</c>.</summary>
    public string NextNumber => $"CM-{Lines + 1:000000}";
}
