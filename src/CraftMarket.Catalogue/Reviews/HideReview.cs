using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>A curator or the office hides a review, or shows a hidden one again.</summary>
/// <param name="Reason">Code of the reason; null to show it again.</param>
public sealed record HideReview(SellerOrderId SellerOrderId, string? Reason) : Confidential;

public static class HideReviewHandler
{
    public static Guid ReviewOf(HideReview command) => PartReview.StreamOf(command.SellerOrderId);

    public static async Task<ReasonTemplate?> LoadAsync(HideReview command, IQuerySession session,
        CancellationToken cancellation) =>
        command.Reason is { } code ? await session.LoadAsync<ReasonTemplate>(code, cancellation) : null;

    public static Refusal? Validate(HideReview command, PartReview review, ReasonTemplate? reason)
    {
        if (review.Stars is null) return Refusal.Missing();
        return command.Reason is null || reason is { About: ReasonTemplate.Review } ? null
            : Refusal.Invalid("unknown_reason", "Pilih alasan dari daftar.", "Choose a reason from the list.", "reason");
    }

    public static (Answer, Events) Handle(HideReview command,
        [WriteAggregate(FromMethod = nameof(ReviewOf), LoadStyle = ConcurrencyStyle.Exclusive)] PartReview review,
            DateTimeOffset now) =>
        review.HiddenFor == command.Reason ? (Done.Instance, [])
        : (Done.Instance, command.Reason is { } code ? [new ReviewHidden(code, now)] : [new ReviewShown(now)]);
}
