using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>Sends back money that came beside what an order asks for: of another amount, or a second time.</summary>
/// <param name="Reference">Stripe's payment; null in messages from before there could be two.</param>
public sealed record ReturnOtherAmount(PaymentId PaymentId, string? Reference = null);

/// <summary>Where the money is kept apart, and the refund that was begun for it.</summary>
public sealed record MoneyApart(Payment? Payment, OtherAmountPaid? Other, Refund? Begun);

public static class ReturnOtherAmountHandler
{
    public static async Task<MoneyApart> LoadAsync(ReturnOtherAmount command, IQuerySession session,
        CancellationToken cancellation)
    {
        var payment = await session.LoadAsync<Payment>(command.PaymentId.Value, cancellation);
        var events = payment is null ? [] : await session.Events.FetchStreamAsync(command.PaymentId.Value, token: cancellation);
        var other = events.Select(x => x.Data).OfType<OtherAmountPaid>()
            .LastOrDefault(x => x.Reference == (command.Reference ?? x.Reference));
        return new(payment, other, other is null ? null : await session.LoadAsync<Refund>(IdOf(other), cancellation));
    }

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(ReturnOtherAmount command, MoneyApart apart,
        DateTimeOffset now) =>
        apart is not { Payment: { } payment, Other: { } other, Begun: null }
            || (command.Reference is null && payment.OtherWentBack)
            ? ([], [])
            : ([MartenOps.StartStream<Refund>(IdOf(other).Value,
                payment.MoneyApart(other.Amount, now, other.Reference))],
                [new SendRefund(IdOf(other), payment.Id)]);

    /// <summary>The id under which Stripe knows it, also from before it was a refund like others.</summary>
    private static RefundId IdOf(OtherAmountPaid other) => new(StreamId.For("other amount", other.Reference));
}
