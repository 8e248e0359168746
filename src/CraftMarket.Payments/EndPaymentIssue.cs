using Marten;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>The operator has seen to an issue.</summary>
/// <param name="IssueId">Stripe's id of what it is about.</param>
public sealed record EndPaymentIssue(string IssueId);

public static class EndPaymentIssueHandler
{
    public static Task<PaymentIssue?> LoadAsync(EndPaymentIssue command, IQuerySession session, CancellationToken cancellation) =>
        session.LoadAsync<PaymentIssue>(command.IssueId, cancellation);

    public static Refusal? Validate(EndPaymentIssue command, PaymentIssue? issue) => issue is null ? Refusal.Missing() : null;

    public static (Answer, IMartenOp) Handle(EndPaymentIssue command, PaymentIssue issue, DateTimeOffset now) =>
        issue.EndedAt is not null
        ? (Done.Instance, MartenOps.Nothing())
        : (Done.Instance, MartenOps.Store(issue with { EndedAt = now, Ending = PaymentIssue.Done }));
}
