using Marten.Schema;

namespace CraftMarket.Demo;

/// <summary>A payment page of the stand-in, with Stripe's words for its state.</summary>
/// <param name="Status"><c>open</c>, <c>complete</c> or <c>expired</c>.</param>
/// <param name="PaymentStatus"><c>unpaid</c> or <c>paid</c>.</param>
/// <param name="Request">What it was asked with, so that another request under the same idempotency key is refused as Stripe
/// does.</param>
[DocumentAlias("standinsession")]
public sealed record FakeStripeSession(string Id, long Amount, string Currency, string Status, string PaymentStatus,
    string PaymentIntent,
    string SuccessUrl, string CancelUrl, string? ClientReferenceId, IReadOnlyDictionary<string, string> Metadata,
    IReadOnlyList<FakeStripeLine> Lines, long Created, long ExpiresAt, string Request)
{
    /// <summary>How a dispute about the payment stands, in Stripe's words; null when there was none.</summary>
    public string? Dispute { get; init; }

    /// <summary>Stripe sends nothing back while a dispute is open, nor after it was lost.</summary>
    public bool IsDisputed => Dispute is "needs_response" or "under_review" or "lost";

    public object Json(Uri site) => new Dictionary<string, object?>
    {
        ["id"] = Id,
        ["object"] = "checkout.session",
        ["amount_subtotal"] = Amount,
        ["amount_total"] = Amount,
        ["cancel_url"] = CancelUrl,
        ["client_reference_id"] = ClientReferenceId,
        ["created"] = Created,
        ["currency"] = Currency,
        ["expires_at"] = ExpiresAt,
        ["livemode"] = false,
        ["metadata"] = Metadata,
        ["mode"] = "payment",
        ["payment_intent"] = PaymentStatus == "paid" ? PaymentIntent : null,
        ["payment_status"] = PaymentStatus,
        ["status"] = Status,
        ["success_url"] = SuccessUrl,
        ["url"] = Status == "open" ? new Uri(site, $"{FakeStripeComposition.Path}/pay/{Id}").ToString() : null,
    };
}

/// <summary>What the page asks money for.</summary>
public sealed record FakeStripeLine(string Name, long Amount);

/// <summary>A refund that the stand-in made.</summary>
/// <param name="Request">What it was asked with; null in those from before that was kept.</param>
[DocumentAlias("standinrefund")]
public sealed record FakeStripeRefund(string Id, string PaymentIntent, long Amount, long Created,
    IReadOnlyDictionary<string, string> Metadata, string? Request = null)
{
    public object Json() => new Dictionary<string, object?>
    {
        ["id"] = Id,
        ["object"] = "refund",
        ["amount"] = Amount,
        ["created"] = Created,
        ["currency"] = "idr",
        ["metadata"] = Metadata,
        ["payment_intent"] = PaymentIntent,
        ["status"] = "succeeded",
    };
}

/// <summary>Why the stand-in refuses a request, in Stripe's words.</summary>
public sealed record FakeStripeProblem(string Message, string Type = "invalid_request_error", string? Code = null)
{
    public static readonly FakeStripeProblem OtherParameters =
        new("Keys for idempotent requests can only be used with the same parameters.", "idempotency_error");
}

/// <summary>Something that the stand-in tells by webhook until it is taken.</summary>
[DocumentAlias("standinevent")]
public sealed record FakeStripeEvent(string Id, string Json);
