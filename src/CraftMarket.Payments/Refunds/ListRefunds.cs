using Marten;
using Marten.Linq.MatchesSql;
using Marten.Pagination;

namespace CraftMarket.Payments;

/// <summary>A refund as the office sees it.</summary>
/// <param name="SellerOrderId">Null when the money was no part's.</param>
/// <param name="Method"><c>card</c>, <c>transfer</c> or <c>cod</c>: how the buyer paid.</param>
/// <param name="Status"><c>waiting</c>, <c>sent</c> or <c>failed</c>.</param>
/// <param name="AgeDays">Days since it was asked, or since it failed.</param>
/// <param name="ByHand">Whether the office has to send it by bank.</param>
public sealed record RefundItem(RefundId Id, OrderId OrderId, SellerOrderId? SellerOrderId, Rupiah Amount, PaymentMethod Method,
    string Status, DateOnly Since, int AgeDays, bool ByHand, string? Reference)
{
    internal static RefundItem Of(Refund refund, DateOnly today)
    {
        var since = refund.FailedAt is { } failed ? LocalMonth.DayOf(failed) : refund.On;
        return new(refund.Id, refund.OrderId, refund.Apart ? null : refund.SellerOrderId, refund.Amount, refund.Method,
            RefundStatus.Of(refund), since, Math.Max(0, today.DayNumber - since.DayNumber), refund.IsByHand, refund.Reference);
    }
}

/// <summary>Where a refund stands for the office, as rule and as the database's condition.</summary>
public static class RefundStatus
{
    public const string Waiting = "waiting";
    public const string Sent = "sent";
    public const string Failed = "failed";

    private const string IsFailed = "coalesce(d.data #>> '{Told,State}' in ('failed', 'canceled'), false)";
    private static readonly string IsWaiting =
        $"((d.data ->> 'Reference' is null and d.data ->> 'Method' <> all({PaymentTerms.Sql(x => IsHandedOver(x.Method))})) or "
            + "coalesce(d.data #>> '{Told,State}' = 'requires_action', false))";

    internal static readonly string IsOpen = $"({IsFailed} or {IsWaiting})";

    internal static string Of(Refund refund) => refund switch
    {
        { IsFailed: true } => Failed,
        { Told.State: "requires_action" } => Waiting,
        { Reference: null } when !IsHandedOver(refund.Method) => Waiting,
        _ => Sent,
    };

    /// <summary>Cash goes from hand to hand: the platform never holds it.</summary>
    private static bool IsHandedOver(PaymentMethod method) => method.Money().Back == MoneyBack.Artisan;

    internal static string? Condition(string status) => status switch
    {
        Failed => IsFailed,
        Waiting => $"not {IsFailed} and {IsWaiting}",
        Sent => $"not {IsFailed} and not {IsWaiting}",
        _ => null,
    };
}

/// <summary>Refunds of one state, the oldest first.</summary>
public static class ListRefunds
{
    public const int PageSize = 24;

    /// <summary>All of them when no state is asked for; null for an unknown state.</summary>
    public static async Task<(IReadOnlyList<RefundItem> Items, long Total)?> Run(IQuerySession session, string? status, int page,
        DateTimeOffset now, CancellationToken cancellation)
    {
        if ((status is null ? "true" : RefundStatus.Condition(status)) is not { } condition) return null;
        var found = await session.Query<Refund>().Where(x => x.MatchesSql(condition)).OrderBySql("d.data ->> 'On', d.id")
            .ToPagedListAsync(Math.Max(1, page), PageSize, cancellation);
        return ([.. found.Select(x => RefundItem.Of(x, LocalMonth.DayOf(now)))], found.TotalItemCount);
    }

    /// <summary>Null for an unknown one.</summary>
    public static async Task<RefundItem?> One(IQuerySession session, RefundId id, DateTimeOffset now,
        CancellationToken cancellation) =>
        await session.LoadAsync<Refund>(id, cancellation) is { } refund ? RefundItem.Of(refund, LocalMonth.DayOf(now)) : null;

    /// <summary>What of an order goes back to its buyer, the oldest first.</summary>
    public static async Task<IReadOnlyList<RefundItem>> OfOrder(IQuerySession session, OrderId order, DateTimeOffset now,
        CancellationToken cancellation) =>
        [.. (await session.Query<Refund>().Where(x => x.MatchesSql(Refund.OfOrder, order.Value)).OrderBy(x => x.On)
            .ToListAsync(cancellation)).Select(x => RefundItem.Of(x, LocalMonth.DayOf(now)))];

    /// <summary>Refunds that the office or Stripe still has to bring to their buyers, the oldest first.</summary>
    public static async Task<IReadOnlyList<RefundItem>> Open(IQuerySession session, DateTimeOffset now,
        CancellationToken cancellation) =>
        [.. (await session.Query<Refund>().Where(x => x.MatchesSql(RefundStatus.IsOpen)).OrderBy(x => x.On).Take(100)
            .ToListAsync(cancellation)).Select(x => RefundItem.Of(x, LocalMonth.DayOf(now)))];
}
