using System.Text.Json.Serialization;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>How buyers found a product.</summary>
/// <param name="Average">1.0 to 5.0, one decimal; null without reviews.</param>
public sealed record Rating([property: JsonPropertyName("average")] decimal? Average,
    [property: JsonPropertyName("count")] int Count)
{
    public static readonly Rating None = new(null, 0);

    /// <summary>The rating in SQL, for <c>c</c>, a product's card. What is hidden or was given back in full does not
    /// count.</summary>
    internal const string Sql = $"""
        (select jsonb_build_object('average', round(avg((r.data ->> 'Stars')::int), 1), 'count', count(*))
            from {PartReview.Table} as r
            where r.data -> 'Products' @> jsonb_build_array(c.id::text) and r.data ->> 'Stars' is not null
                and r.data ->> 'HiddenFor' is null
                and {ReviewablePart.Stands})
        """;
}

/// <summary>A review as it is read; of who wrote it only the regency is known.</summary>
/// <param name="Products">What was in the part.</param>
/// <param name="From">Name of the buyer's regency or city; null when it is not known.</param>
public sealed record ShownReview(SellerOrderId Id, IReadOnlyList<ProductId> Products, int Stars, string Words, string? From,
    DateTimeOffset At, string? Answer, DateTimeOffset? AnsweredAt, string? HiddenFor);

/// <summary>A page of reviews.</summary>
/// <param name="Total">All there are, on every page.</param>
public sealed record ReviewPage(IReadOnlyList<ShownReview> Items, int Total, int Page)
{
    public const int PageSize = 100;
}

/// <summary>Reads reviews.</summary>
public static class ShownReviews
{
    private const string Written = "data ->> 'Stars' is not null", Latest = "data ->> 'WrittenAt' desc, id";

    /// <summary>For JSON-LD and pages; counts what is shown.</summary>
    public static async Task<Rating> RatingOf(this IQuerySession session, ProductId product, CancellationToken cancellation) =>
        (await session.AdvancedSql.QueryAsync<Rating>($"select {Rating.Sql} from (select ?::uuid as id) as c", cancellation,
            product.Value))[0];

    /// <summary>What buyers wrote of a product, latest first.</summary>
    public static Task<ReviewPage> ReviewsOf(this IQuerySession session, IKeyStore keys, ProductId product, int page,
        CancellationToken cancellation) =>
        session.Read(keys,
            $"r.data -> 'Products' @> jsonb_build_array(?::text) and {Written} and r.data ->> 'HiddenFor' is null and "
            + ReviewablePart.Stands, Latest, page, cancellation, product.Value.ToString());

    /// <summary>What buyers wrote to an artisan, unanswered first.</summary>
    public static Task<ReviewPage> ReviewsTo(this IQuerySession session, IKeyStore keys, ArtisanId artisan, int page,
        CancellationToken cancellation) =>
        session.Read(keys, $"data ->> 'ArtisanId' = ? and {Written}",
            $"data ->> 'AnsweredAt' is not null or data ->> 'HiddenFor' is not null, {Latest}",
            page, cancellation, artisan.Value.ToString());

    /// <summary>How many reviews wait for the artisan's answer.</summary>
    public static Task<int> CountUnanswered(this IQuerySession session, ArtisanId artisan, CancellationToken cancellation) =>
        session.Query<PartReview>().CountAsync(x => x.ArtisanId == artisan && x.Stars != null && x.AnsweredAt == null
            && x.HiddenFor == null, cancellation);

    /// <summary>What was written lately, hidden or not.</summary>
    public static Task<ReviewPage> LatestReviews(this IQuerySession session, IKeyStore keys, int page,
        CancellationToken cancellation) =>
        session.Read(keys, Written, Latest, page, cancellation);

    /// <summary>Which of these parts can be or were reviewed.</summary>
    public static async Task<IReadOnlyDictionary<SellerOrderId, PartReview>> ReviewsOfParts(this IQuerySession session,
        IEnumerable<SellerOrderId> parts, CancellationToken cancellation) =>
        (await session.LoadManyAsync<PartReview>(cancellation, parts.Select(PartReview.StreamOf).ToArray()))
            .ToDictionary(x => x.SellerOrderId);

    private static async Task<ReviewPage> Read(this IQuerySession session, IKeyStore keys, string where, string order, int page,
        CancellationToken cancellation, params object[] values)
    {
        page = Math.Clamp(page, 1, 10_000);
        var total = (await session.AdvancedSql.QueryAsync<int>($"select count(*)::int from {PartReview.Table} as r where "
            + $"{where}", cancellation, values))[0];
        var reviews = await session.QueryAsync<PartReview>(
            $"select r.data from {PartReview.Table} as r where {where} order by {order} limit ? offset ?", cancellation,
            [.. values, ReviewPage.PageSize, (page - 1) * ReviewPage.PageSize]);
        return new(await session.Open(keys, reviews, cancellation), total, page);
    }

    private static async Task<IReadOnlyList<ShownReview>> Open(this IQuerySession session, IKeyStore keys,
        IReadOnlyList<PartReview> reviews, CancellationToken cancellation)
    {
        var words = (await session.LoadManyAsync<ReviewWords>(cancellation, reviews.Select(x => x.Id).ToArray()))
            .ToDictionary(x => x.Id);
        var atHand = await keys.TakeAsync(session, words.Values.SelectMany(x => x.Subjects), cancellation);
        return [.. reviews.Select(x =>
            new ShownReview(x.SellerOrderId, x.Products, x.Stars!.Value, words.GetValueOrDefault(x.Id)?.Said(atHand) ?? "",
            x.Regency is { } regency ? Regions.NameOf(regency) : null, x.WrittenAt!.Value,
            words.GetValueOrDefault(x.Id)?.Answered(atHand), x.AnsweredAt, x.HiddenFor))];
    }
}
