using CraftMarket.Kernel.Facts;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Ordering told that all money of a part went back to its buyer: it rates nothing, whether it was reviewed before or
/// not.</summary>
public static class VoidReviewHandler
{
    public static Guid ReviewOf(PartGivenBack fact) => PartReview.StreamOf(fact.SellerOrderId);

    /// <summary>The word of the delivery may come later; the stream begins with it all the same.</summary>
    public static Events Handle(PartGivenBack fact,
        [WriteAggregate(FromMethod = nameof(ReviewOf), Required = false)] PartReview? review, DateTimeOffset now) =>
        review is { Voided: true } ? []
        : review is not null ? [new ReviewVoided(now)]
        : [new ReviewInvited(fact.SellerOrderId, fact.ArtisanId, fact.Products, null, fact.DeliveredOn), new ReviewVoided(now)];
}
