using System.Text.Json;
using Marten;
using Marten.Linq.MatchesSql;
using Marten.Pagination;

namespace CraftMarket.Ordering;

/// <summary>A part as its artisan works on it.</summary>
/// <param name="Brand">The brand it was sold under; null for an order from before brands were kept.</param>
/// <param name="GroupBrands">The brands of the groups under which some of its lines were sold.</param>
/// <param name="RefusalCode">Which of the house's own reasons it is; null when the artisan wrote one.</param>
/// <param name="Net">What the artisan gets for it, after what goes back and the fee.</param>
/// <param name="IsGivenBack">All its money goes back to the buyer.</param>
/// <param name="EndedAt">When it ended before it left without the artisan's doing; null when it did not.</param>
/// <param name="Recipient">Whom it goes to; null until the part is paid or, for cash on delivery, taken on.</param>
/// <param name="AnswerBy">When a cash order that nobody answers ends by itself; null for what is paid or answered.</param>
public sealed record ArtisanOrder(SellerOrderId Id, OrderId OrderId, string? Number, SellerOrderStatus Status,
    PaymentMethod Method,
    DateTimeOffset ReceivedAt, Rupiah Goods, Rupiah Shipping, Rupiah Fee, Rupiah Total, Rupiah Refunded, string? RefusalReason,
    string? Courier, string? TrackingNumber, DateOnly? DeliveredOn, Recipient? Recipient, IReadOnlyList<OrderLine> Lines,
    BrandAtSale? Brand, string? RefusalCode, IReadOnlyList<BrandAtSale> GroupBrands, Rupiah Net, bool IsGivenBack,
    DateTimeOffset? EndedAt, DateTimeOffset? AnswerBy);

/// <summary>One page of an artisan's own parts.</summary>
public sealed record ArtisanOrders(IReadOnlyList<ArtisanOrder> Items, int Total, int Page, int PageSize)
{
    public const int UsualPageSize = 24;

    private const string NewestFirst = "(d.data ->> 'ReceivedAt')::timestamptz desc";

    /// <summary>What must be answered, then be sent, the oldest first; then what is on the way, then the rest, what ended last
    /// first.</summary>
    private const string UrgentFirst = $"""
        case d.data ->> 'Status' when 'received' then 0 when 'accepted' then 1 when 'shipped' then 2 else 3 end,
        case when d.data ->> 'Status' in ('received', 'accepted') then (d.data ->> 'ReceivedAt')::timestamptz end,
        coalesce(d.data ->> 'EndedAt', d.data ->> 'ReceivedAt')::timestamptz desc
        """;

    private const string ByStatus = $$"""
        select coalesce(jsonb_object_agg(status, parts), '{}')::text from (
            select data ->> 'Status' as status, count(*) as parts from {{SellerOrder.Table}}
            where cast(data ->> 'ArtisanId' as uuid) = ? group by 1) as counted
        """;

    /// <summary>Newest first.</summary>
    public static Task<ArtisanOrders> Find(IQuerySession session, IKeyStore keys, ArtisanId artisan, SellerOrderStatus? status,
        int page, CancellationToken cancellation) => Find(session, keys, artisan, status, page, NewestFirst, cancellation);

    /// <summary>What the artisan has to do first.</summary>
    public static Task<ArtisanOrders> FindUrgent(IQuerySession session, IKeyStore keys, ArtisanId artisan,
        SellerOrderStatus? status, int page, CancellationToken cancellation) =>
        Find(session, keys, artisan, status, page, UrgentFirst, cancellation);

    /// <summary>How many parts there are of each state; a state without any is left out.</summary>
    public static async Task<IReadOnlyDictionary<SellerOrderStatus, int>> Count(IQuerySession session, ArtisanId artisan,
        CancellationToken cancellation)
    {
        var counted = JsonSerializer.Deserialize<Dictionary<string, int>>(
            (await session.AdvancedSql.QueryAsync<string>(ByStatus, cancellation, artisan.Value))[0])!;
        return Enum.GetValues<SellerOrderStatus>().Where(x => counted.ContainsKey(Word(x)))
            .ToDictionary(x => x, x => counted[Word(x)]);
    }

    /// <summary>How many of each state ended since then without the artisan's doing, and are not to be sent.</summary>
    public static async Task<IReadOnlyDictionary<SellerOrderStatus, int>> CountEnded(IQuerySession session, ArtisanId artisan,
        DateTimeOffset since, CancellationToken cancellation) =>
        (await session.Query<SellerOrder>().Where(x => x.ArtisanId == artisan && x.EndedAt > since).ToListAsync(cancellation))
            .CountBy(x => x.Status).ToDictionary();

    private static async Task<ArtisanOrders> Find(IQuerySession session, IKeyStore keys, ArtisanId artisan,
        SellerOrderStatus? status, int page, string order, CancellationToken cancellation)
    {
        page = Math.Clamp(page, 1, 100_000);
        var parts = session.Query<SellerOrder>().Where(x => x.ArtisanId == artisan);
        // Statuses lie as words in the document, which LINQ would look for as numbers.
        if (status is { } wanted) parts = parts.Where(x => x.MatchesSql("d.data ->> 'Status' = ?", Word(wanted)));
        var found = await parts.OrderBySql(order).ToPagedListAsync(page, UsualPageSize, cancellation);
        return new(await Show(session, keys, [.. found], cancellation), (int)found.TotalItemCount, page, UsualPageSize);
    }

    /// <summary>One part; null when it is another artisan's.</summary>
    public static async Task<ArtisanOrder?> One(IQuerySession session, IKeyStore keys, ArtisanId artisan, SellerOrderId id,
        CancellationToken cancellation) => await session.LoadAsync<SellerOrder>(id.Value, cancellation) is { } part
            && part.ArtisanId == artisan
        ? (await Show(session, keys, [part], cancellation))[0]
        : null;

    private static async Task<IReadOnlyList<ArtisanOrder>> Show(IQuerySession session, IKeyStore keys,
        IReadOnlyList<SellerOrder> parts, CancellationToken cancellation)
    {
        var orders = (await session.LoadManyAsync<Order>(cancellation, parts.Select(x => x.OrderId.Value).Distinct()))
            .ToDictionary(x => x.Id);
        var sent = parts.Where(x => x.ShowsRecipient).Select(x => x.OrderId).Distinct().ToList();
        var details = (await session.LoadManyAsync<DeliveryDetails>(cancellation, sent.Select(x => x.Value)))
            .ToDictionary(x => x.Id);
        var atHand = await keys.TakeAsync(session, sent.Select(x => (Subject)x), cancellation);
        return [.. parts.Select(x =>
            Show(x, orders.GetValueOrDefault(x.OrderId), x.ShowsRecipient ? details.GetValueOrDefault(x.OrderId)?.Open(atHand)
            : null))];
    }

    private static ArtisanOrder Show(SellerOrder part, Order? order, Recipient? recipient) =>
        new(part.Id, part.OrderId, order?.Number, part.Status, part.Method, part.ReceivedAt, part.Goods, part.Shipping, part.Fee,
            part.Total, part.Refunded, part.RefusalReason, part.Courier, part.TrackingNumber, part.DeliveredOn,
            recipient is null ? null : recipient with { Email = null }, part.Lines, order?.BrandOf(part.ArtisanId),
            part.RefusalCode, order?.GroupBrandsOf(part.ArtisanId) ?? [], part.Net, part.IsGivenBack, part.EndedAt,
            part.Status == SellerOrderStatus.Received && part.Method.IsPaidAtDoor() ? order?.HeldUntil : null);

    /// <summary>As the document writes it.</summary>
    private static string Word(SellerOrderStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
