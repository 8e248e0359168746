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
    private static readonly PaymentReply OnDelivery = new("cod", "onDelivery", null);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private static readonly Refusal NoCards = Refusal.Conflict("card_unavailable",
        "Pembayaran kartu sedang tidak tersedia. Pilih transfer atau bayar di tempat.",
        "Card payment is not available. Choose transfer or cash on delivery.");

    private static readonly Refusal NoTransfers = Refusal.Conflict("transfer_unavailable",
        "Transfer bank sedang tidak tersedia. Pilih kartu atau bayar di tempat.",
        "Bank transfer is not available. Choose card or cash on delivery.");

    /// <summary>Why this way of paying is closed at present; null when it is open.</summary>
    public Refusal? WhyNot(PaymentMethod method) => method switch
    {
        PaymentMethod.Card when stripe.Settings is null => NoCards,
        PaymentMethod.Transfer when transfers.Bank is null => NoTransfers,
        _ => null,
    };

    /// <summary>Waits a little for the payment page of a new order; without it the buyer finds the page's address on the
    /// order.</summary>
    public async Task<PaymentReply> Await(OrderId order, PaymentMethod method, CancellationToken cancellation) => method switch
    {
        PaymentMethod.Card => await UntilOpen(order, cancellation),
        PaymentMethod.CashOnDelivery => OnDelivery,
        _ => new("transfer", "pending", null, transfers.Bank),
    };

    public async Task<PaymentReply> Of(OrderId order, PaymentMethod method, CancellationToken cancellation)
    {
        if (method == PaymentMethod.CashOnDelivery) return OnDelivery;
        await using var session = store.QuerySession();
        var payment = await session.LoadAsync<Payment>(PaymentId.Of(order).Value, cancellation);
        var status = payment?.Status switch { PaymentStatus.Paid => "paid", PaymentStatus.Ended => "ended", _ => "pending" };
        var reply = method == PaymentMethod.Card
            ? new PaymentReply("card", status, payment?.Url)
            : new("transfer", status, null, status == "pending" ? transfers.Bank
                : null)
            { Transferred = TransferRecorded.Waiting(payment) };
        if (status == "pending") return reply;
        var refunds = await ListRefunds.OfOrder(session, order, clock.GetUtcNow(), cancellation);
        return refunds.Count == 0
            ? reply
            : reply with { Refunds = [.. refunds.Select(x => new BuyerRefund(x.Amount, x.Method, x.Status, x.ByHand, x.Since))] };
    }

    private async Task<PaymentReply> UntilOpen(OrderId order, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var payment = await Of(order, PaymentMethod.Card, cancellation);
            if (payment.Url is not null || payment.Status != "pending"
                || TimeProvider.System.GetElapsedTime(started) > LongestWait) return payment;
            await Task.Delay(30, cancellation);
        }
    }
}
