using System.Text.Json.Serialization;
using CraftMarket.Payments;
using CraftMarket.Web.Composition;
using Marten;

namespace CraftMarket.Web.Payments;

/// <summary>How an order is paid: the state of its payment and, until it is paid, the page to pay on or the account to transfer
/// to.</summary>
internal sealed record PaymentReply(string Method, string Status, string? Url,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HouseBank? Bank = null)
{
    /// <summary>What was transferred, when that is not just the order's amount and nothing is decided yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TransferRecorded? Transferred { get; init; }

    /// <summary>What goes back to the buyer, and how far it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BuyerRefund>? Refunds { get; init; }
}

/// <summary>Money on its way back to a buyer.</summary>
/// <param name="Status"><c>waiting</c>, <c>sent</c> or <c>failed</c>: it did not reach the card and is sent by bank.</param>
/// <param name="ByHand">Whether the office sends it by bank.</param>
internal sealed record BuyerRefund(Rupiah Amount, PaymentMethod Method, string Status, bool ByHand, DateOnly Since);

/// <summary>Reads the payment of an order from its own room.</summary>
internal sealed class OrderPayments(IDocumentStore store, StripeConnection stripe, TransferAccount transfers, TimeProvider clock)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>The ways of paying that can be chosen at present.</summary>
    public IEnumerable<PaymentWords> Open => PaymentWords.All.Where(x => WhyNot(x.Method) is null);

    /// <summary>Why this way of paying is closed at present; null when it is open.</summary>
    public Refusal? WhyNot(PaymentMethod method) => method.Money().In switch
    {
        MoneyIn.Page => stripe.Settings is null,
        MoneyIn.Statement => transfers.Bank is null,
        MoneyIn.Door => false,
    } ? method.Words().Closed : null;

    /// <summary>Waits a little for the payment page of a new order; without it the buyer finds the page's address on the
    /// order.</summary>
    public async Task<PaymentReply> Await(OrderId order, PaymentMethod method, CancellationToken cancellation) =>
        method.Money().In switch
        {
            MoneyIn.Page => await UntilOpen(order, method, cancellation),
            MoneyIn.Statement => new(method.Terms().Code, "pending", null, transfers.Bank),
            MoneyIn.Door => new(method.Terms().Code, "onDelivery", null),
        };

    public async Task<PaymentReply> Of(OrderId order, PaymentMethod method, CancellationToken cancellation)
    {
        var (code, comes) = (method.Terms().Code, method.Money().In);
        if (comes == MoneyIn.Door) return new(code, "onDelivery", null);
        await using var session = store.QuerySession();
        var payment = await session.LoadAsync<Payment>(PaymentId.Of(order).Value, cancellation);
        var status = payment?.Status switch
        {
            PaymentStatus.Paid => "paid",
            PaymentStatus.Ended => "ended",
            PaymentStatus.Pending or null => "pending",
        };
        var reply = new PaymentReply(code, status, payment?.Url,
            comes == MoneyIn.Statement && status == "pending" ? transfers.Bank : null)
        {
            Transferred = TransferRecorded.Waiting(payment),
        };
        if (status == "pending") return reply;
        var refunds = await ListRefunds.OfOrder(session, order, clock.GetUtcNow(), cancellation);
        return refunds.Count == 0
            ? reply
            : reply with { Refunds = [.. refunds.Select(x => new BuyerRefund(x.Amount, x.Method, x.Status, x.ByHand, x.Since))] };
    }

    private async Task<PaymentReply> UntilOpen(OrderId order, PaymentMethod method, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var payment = await Of(order, method, cancellation);
            if (payment.Url is not null || payment.Status != "pending"
                || TimeProvider.System.GetElapsedTime(started) > LongestWait) return payment;
            await Task.Delay(30, cancellation);
        }
    }
}
