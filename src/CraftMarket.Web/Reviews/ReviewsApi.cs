using CraftMarket.Catalogue;
using CraftMarket.Ordering;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using Marten;

namespace CraftMarket.Web.Reviews;

/// <summary>Buyers review what has arrived; makers answer.</summary>
internal static class ReviewsApi
{
    public static void MapReviews(this IEndpointRouteBuilder api)
    {
        api.MapPost("/seller-orders/{id:guid}/review", Write).AllowAnonymous().WithName("reviewPart")
            .WithSummary("The buyer of a delivered part (with the order's key) gives stars and words, once.")
            .Produces(StatusCodes.Status201Created).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        api.MapGet("/products/{id:guid}/reviews", Read).AllowAnonymous().WithName("productReviews")
            .WithSummary("What buyers wrote of a product, latest first, with the makers' answers.").Produces<ReviewList>();
        api.MapGet("/artisans/me/reviews", Mine).RequireAuthorization(Policies.Artisan).WithName("ownReviews")
            .WithSummary("What buyers wrote to the artisan, unanswered first.").Produces<ReviewList>();
        api.MapPost("/reviews/{id:guid}/answer", Answer).RequireAuthorization(Policies.Artisan).WithName("answerReview")
            .WithSummary("The maker answers a review, once.").Produces(StatusCodes.Status200OK).ProducesProblem(404)
                .ProducesProblem(409).ProducesProblem(422);
        api.MapPost("/reviews/{id:guid}/hiding", Hide).RequireAuthorization(Policies.CuratorOrStaff).WithName("hideReview")
            .WithSummary("Hides a review for a reason; without a reason it is shown again.").Produces(StatusCodes.Status200OK)
                .ProducesProblem(404).ProducesProblem(422);
    }

    private static async Task<IResult> Write(HttpContext http, Guid id, ReviewRequest request, IQuerySession session,
        IKeyStore keys, OwnGoods own, Dispatch dispatch)
    {
        if (await FindOrder.OfPart(session, keys, new(id), request.Key, http.RequestAborted) is not { } order)
            return Refusal.Missing().Problem(http);
        var byMaker = await own.IsMaker(http.User, order, new(id), http.RequestAborted);
        return (await dispatch.Send(new ReviewPart(new(id), request.Stars ?? 0, request.Words ?? "", byMaker)))
            .Reply(http, () => Results.Created((string?)null, new ReviewWrittenReply(id)));
    }

    private static async Task<IResult> Read(HttpContext http, Guid id, IQuerySession session, IKeyStore keys, int page = 1)
    {
        var rating = await session.RatingOf(new(id), http.RequestAborted);
        return Results.Ok(ReviewList.Of(await session.ReviewsOf(keys, new(id), page, http.RequestAborted), rating));
    }

    private static async Task<IResult> Mine(HttpContext http, IQuerySession session, IKeyStore keys, int page = 1) =>
        Results.Ok(ReviewList.Of(await session.ReviewsTo(keys, http.User.ArtisanId(), page, http.RequestAborted)));

    private static async Task<IResult> Answer(HttpContext http, Guid id, AnswerRequest request, Dispatch dispatch) =>
        (await dispatch.Send(new AnswerReview(new(id), http.User.ArtisanId(), request.Words ?? "")))
            .Reply(http, () => Results.Ok());

    private static async Task<IResult> Hide(HttpContext http, Guid id, HidingRequest request, Dispatch dispatch) =>
        (await dispatch.Send(new HideReview(new(id), request.Reason))).Reply(http, () => Results.Ok());

    internal sealed record ReviewRequest(string? Key, int? Stars, string? Words)
    {
        public override string ToString() => "review ****";
    }

    internal sealed record AnswerRequest(string? Words)
    {
        public override string ToString() => "answer ****";
    }

    internal sealed record HidingRequest(string? Reason);

    internal sealed record ReviewWrittenReply(Guid Id);

    internal sealed record ReviewReply(Guid Id, int Stars, string Words, string? From, DateTimeOffset At, string? Answer,
        string? HiddenFor);

    internal sealed record ReviewList(IReadOnlyList<ReviewReply> Items, int Total, int Page, int PageSize, Rating? Rating)
    {
        public static ReviewList Of(ReviewPage reviews, Rating? rating = null) =>
            new([.. reviews.Items.Select(x =>
                new ReviewReply(x.Id.Value, x.Stars, x.Words, x.From, x.At, x.Answer, x.HiddenFor))], reviews.Total, reviews.Page,
                ReviewPage.PageSize, rating);
    }
}
