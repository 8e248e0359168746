using System.Text.Json;
using CraftMarket.Payments;
using Marten;
using Stripe;
using Wolverine.Marten;

namespace CraftMarket.Demo;

/// <summary>Keeps the stand-in's pages and refunds, and tells of every change by webhook.</summary>
internal sealed class FakeStripe(IDocumentSession documents, IMartenOutbox outbox, TimeProvider clock, StripeConnection stripe)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task Open(FakeStripeSession session, CancellationToken cancellation)
    {
        outbox.Enroll(documents);
        documents.Insert(session);
        await outbox.PublishAsync(new ExpireFakeStripeSession(session.Id),
            new() { ScheduledTime = DateTimeOffset.FromUnixTimeSeconds(session.ExpiresAt) });
        await documents.SaveChangesAsync(cancellation);
    }

    /// <summary>The buyer paid; null when the page is closed.</summary>
    public Task<FakeStripeSession?> Pay(string id, CancellationToken cancellation) =>
        Change(id, x => x with { Status = "complete", PaymentStatus = "paid" }, EventTypes.CheckoutSessionCompleted,
            cancellation);

    /// <summary>The page is over; null when it was closed already.</summary>
    public Task<FakeStripeSession?> End(string id, CancellationToken cancellation) =>
        Change(id, x => x with { Status = "expired" }, EventTypes.CheckoutSessionExpired, cancellation);

    /// <summary>Why the refund cannot be made, with Stripe's code for it; null when it is made.</summary>
    public async Task<FakeStripeProblem?> Refund(FakeStripeRefund refund, CancellationToken cancellation)
    {
        await AdvisoryLock.Take(documents, refund.PaymentIntent, cancellation);
        if (await documents.LoadAsync<FakeStripeRefund>(refund.Id, cancellation) is { } known)
            return known.Request is null || known.Request == refund.Request ? null : FakeStripeProblem.OtherParameters;
        if (await documents.Query<FakeStripeSession>()
            .FirstOrDefaultAsync(x => x.PaymentIntent == refund.PaymentIntent, cancellation)
            is not { PaymentStatus: "paid" } paid) return new($"No such payment_intent: {refund.PaymentIntent}",
                Code: "resource_missing");
        var before = (await documents.Query<FakeStripeRefund>().Where(x => x.PaymentIntent == refund.PaymentIntent)
            .ToListAsync(cancellation)).Sum(x => x.Amount);
        if (paid.IsDisputed) return new("Charge has been charged back.", Code: "charge_disputed");
        if (before == paid.Amount) return new("Charge has already been refunded.", Code: "charge_already_refunded");
        if (refund.Amount < 1 || before + refund.Amount > paid.Amount)
            return new("Refund amount is greater than unrefunded amount on charge.");
        outbox.Enroll(documents);
        documents.Insert(refund);
        await Tell(EventTypes.ChargeRefunded, new Dictionary<string, object?>
        {
            ["id"] = "ch_" + refund.PaymentIntent[3..],
            ["object"] = "charge",
            ["amount"] = paid.Amount,
            ["amount_refunded"] = before + refund.Amount,
            ["currency"] = paid.Currency,
            ["payment_intent"] = refund.PaymentIntent,
            // As Stripe does: a charge has the metadata of its payment, and not those of its refunds.
            ["metadata"] = paid.Metadata,
        });
        await documents.SaveChangesAsync(cancellation);
        return null;
    }

    private async Task<FakeStripeSession?> Change(string id, Func<FakeStripeSession, FakeStripeSession> change, string type,
        CancellationToken cancellation)
    {
        await AdvisoryLock.Take(documents, id, cancellation);
        if (await documents.LoadAsync<FakeStripeSession>(id, cancellation) is not { Status: "open" } open) return null;
        var changed = change(open);
        outbox.Enroll(documents);
        documents.Store(changed);
        await Tell(type, changed.Json(stripe.Site));
        await documents.SaveChangesAsync(cancellation);
        return changed;
    }

    private async Task Tell(string type, object about)
    {
        var id = "evt_" + Guid.NewGuid().ToString("N");
        documents.Insert(new FakeStripeEvent(id, JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["id"] = id,
            ["object"] = "event",
            ["api_version"] = StripeConfiguration.ApiVersion,
            ["created"] = Now.ToUnixTimeSeconds(),
            ["data"] = new Dictionary<string, object?> { ["object"] = about },
            ["livemode"] = false,
            ["pending_webhooks"] = 1,
            ["type"] = type,
        })));
        await outbox.PublishAsync(new DeliverFakeStripeEvent(id));
    }
}
