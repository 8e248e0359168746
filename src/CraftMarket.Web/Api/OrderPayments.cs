using System.Text.Json.Serialization;
using CraftMarket.Payments;
using CraftMarket.Web.Composition;
using Marten;

namespace CraftMarket.Web.Api;

/// <summary>How an order is paid: the state of its payment and, until it is paid, the page to pay on or the account to transfer to.</summary>
internal sealed record PaymentReply(string Method, string Status, string? Url,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HouseBank? Bank = null);

/// <summary>Reads the payment of an order from its own room.</summary>
internal sealed class OrderPayments(IDocumentStore store, StripeConnection stripe, TransferDesk transfers)
{
    private static readonly PaymentReply OnDelivery = new("cod", "onDelivery", null);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private static readonly Refusal NoCards = Refusal.Conflict("card_unavailable",
        "Pembayaran kartu sedang tidak tersedia. Pilih transfer atau bayar di tempat.", "Card payment is not available. Choose transfer or cash on delivery.");

    private static readonly Refusal NoTransfers = Refusal.Conflict("transfer_unavailable",
        "Transfer bank sedang tidak tersedia. Pilih kartu atau bayar di tempat.", "Bank transfer is not available. Choose card or cash on delivery.");

    /// <summary>Why this way of paying is closed at present; null when it is open.</summary>
    public Refusal? WhyNot(PaymentMethod method) => method switch
    {
        PaymentMethod.Card when stripe.Settings is null => NoCards,
        PaymentMethod.Transfer when transfers.Bank is null => NoTransfers,
        _ => null,
    };

    /// <summary>Waits a little for the payment page of a new order; without it the buyer finds the page's address on the order.</summary>
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
        return method == PaymentMethod.Card
            ? new("card", status, payment?.Url)
            : new("transfer", status, null, status == "pending" ? transfers.Bank : null);
    }

    private async Task<PaymentReply> UntilOpen(OrderId order, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var payment = await Of(order, PaymentMethod.Card, cancellation);
            if (payment.Url is not null || payment.Status != "pending" || TimeProvider.System.GetElapsedTime(started) > LongestWait) return payment;
            await Task.Delay(30, cancellation);
        }
    }
}
