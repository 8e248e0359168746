namespace CraftMarket.Web.Api;

/// <summary>How an order is paid: the state of its payment and, until it is paid, the page to pay on.</summary>
internal sealed record PaymentReply(string Method, string Status, string? Url);

/// <summary>Reads the payment of an order from its own room.</summary>
internal sealed class OrderPayments
{
    /// <summary>Why this way of paying is closed at present; null when it is open.</summary>
    public Task<Refusal?> WhyNot(PaymentMethod method) => Task.FromResult<Refusal?>(null);

    /// <summary>Waits a little for the payment page of a new order; without it the buyer finds the page's address on the order.</summary>
    public Task<PaymentReply> Await(OrderId order, PaymentMethod method, CancellationToken cancellation) => Of(order, method, cancellation);

    public Task<PaymentReply> Of(OrderId order, PaymentMethod method, CancellationToken cancellation) =>
        Task.FromResult(new PaymentReply(Word(method), "pending", null));

    private static string Word(PaymentMethod method) => method switch
    {
        PaymentMethod.Card => "card",
        PaymentMethod.Transfer => "transfer",
        _ => "cod",
    };
}
