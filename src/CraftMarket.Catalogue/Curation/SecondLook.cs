using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Who looks at what was changed of a product on sale: a curator before buyers see it, a curator later on, or for a
/// trusted maker nobody.</summary>
internal static class SecondLook
{
    public static (Product After, Events) Of(Product before, Product after, TrustFacts trust, DateTimeOffset now)
    {
        if (before.Status != ProductStatus.Published) return (after, []);
        if (MustBeSeenFirst(before.Details, after.Details, trust.Class))
            return (after.Apply(new ProductSubmitted(now)), [new ProductSubmitted(now)]);
        if (before.Recheck) return (after, []);
        // A rule let it pass because it was cheap; dearer, a curator sees it.
        if (!after.Recheck && before.Rule is not null && after.Prices.Highest > trust.Rules.PriceCeiling
            && after.Prices.Highest > before.Prices.Highest)
            return (after.Apply(new ProductSampled(now)), [new ProductSampled(now)]);
        if (!after.Recheck || Trust.RuleFor(after, Claims.Differ(before.Details, after.Details), trust) is not { } rule)
            return (after, []);
        var (approved, events, _) = Approval.ByRule(after, rule, trust, now);
        return (approved, events);
    }

    /// <summary>Words about smoking, and goods that a curator always sees, must not be in the window for an hour either: the law
    /// knows no grace.</summary>
    private static bool MustBeSeenFirst(ProductDetails before, ProductDetails after, GoodsClass? goods) =>
        !after.Says(before) && (after.Flagged || (after.Category != before.Category && goods is { AlwaysSeen: true }));
}
