namespace CraftMarket.Payments;

/// <summary>How the money of an order comes.</summary>
public enum MoneyIn
{
    /// <summary>On a page of Stripe's, which tells that it came.</summary>
    Page,

    /// <summary>To the house's bank; the office sees it on the statement.</summary>
    Statement,

    /// <summary>Into the artisan's hand; the platform waits for none.</summary>
    Door,
}

/// <summary>How money goes back to a buyer.</summary>
public enum MoneyBack
{
    /// <summary>Stripe sends it.</summary>
    Stripe,

    /// <summary>The office sends it by bank; it is owed to the buyer until then.</summary>
    Office,

    /// <summary>The artisan hands it over.</summary>
    Artisan,
}

/// <summary>What the money of a method does: one row for each (decision 0042).</summary>
/// <param name="Holder">The account of whoever has the money.</param>
public sealed record MoneyTerms(PaymentMethod Method, MoneyIn In, string Holder, MoneyBack Back)
{
    public static IReadOnlyList<MoneyTerms> All { get; } =
    [
        new(PaymentMethod.Card, MoneyIn.Page, Account.Stripe, MoneyBack.Stripe),
        new(PaymentMethod.Transfer, MoneyIn.Statement, Account.Bank, MoneyBack.Office),
        new(PaymentMethod.CashOnDelivery, MoneyIn.Door, Account.Cash, MoneyBack.Artisan),
    ];
}

public static class MoneyTermsOfMethod
{
    public static MoneyTerms Money(this PaymentMethod method) => MoneyTerms.All.First(x => x.Method == method);
}
