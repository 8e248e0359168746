using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>The maker answers a review, once.</summary>
public sealed record AnswerReview(SellerOrderId SellerOrderId, ArtisanId ArtisanId, string Words) : Confidential;

public static class AnswerReviewHandler
{
    public static Guid ReviewOf(AnswerReview command) => PartReview.StreamOf(command.SellerOrderId);

    public static async Task<(ReviewWords?, SubjectKey)> LoadAsync(AnswerReview command, IQuerySession session, IKeyStore keys,
        CancellationToken cancellation) =>
        (await session.LoadAsync<ReviewWords>(ReviewOf(command), cancellation),
            await keys.OfAsync(session, command.ArtisanId, cancellation));

    public static Refusal? Validate(AnswerReview command, PartReview review, ReviewWords? words, SubjectKey key, MasterKey master)
    {
        if (review.ArtisanId != command.ArtisanId || review.Stars is null) return Refusal.Missing();
        if (key.IsDestroyed) return SubjectKey.Erased;
        if (ReviewText.Problem(command.Words, needed: true) is { } problem) return problem;
        return review.AnsweredAt is null || words?.Answered(LoadedKeys.Of(master, key)) == command.Words.Trim() ? null
            : Refusal.Conflict("already_answered", "Anda sudah menjawab ulasan ini.", "You have answered this review already.");
    }

    public static (Answer, Events, IEnumerable<IMartenOp>) Handle(AnswerReview command,
        [WriteAggregate(FromMethod = nameof(ReviewOf), LoadStyle = ConcurrencyStyle.Exclusive)] PartReview review,
            ReviewWords? words, SubjectKey key, MasterKey master,
        DateTimeOffset now)
    {
        if (review.AnsweredAt is not null) return (Done.Instance, [], []);
        var kept = words ?? new ReviewWords(review.Id, review.ArtisanId, null, null);
        return (Done.Instance, [new ReviewAnswered(now)],
            [key.Keep(), MartenOps.Store(kept with { Answer = master.Seal(kept.Key ?? key.Wrapped!, command.Words.Trim()) })]);
    }
}
