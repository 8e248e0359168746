using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Who looks at what was changed of a product on sale: a curator, or for a trusted maker nobody.</summary>
internal static class SecondLook
{
    public static (Product After, Events) Of(Product before, Product after, TrustFacts trust, DateTimeOffset now)
    {
        if (before.Status != ProductStatus.Published || before.Recheck) return (after, []);
        // A rule let it pass because it was cheap; dearer, a curator sees it.
        if (!after.Recheck && before.Rule is not null && after.Prices.Highest > trust.Rules.PriceCeiling && after.Prices.Highest > before.Prices.Highest)
            return (after.Apply(new ProductSampled(now)), [new ProductSampled(now)]);
        if (!after.Recheck || Trust.RuleFor(after, Claims.Differ(before.Details, after.Details), trust) is not { } rule) return (after, []);
        var (approved, events, _) = Approval.ByRule(after, rule, trust, now);
        return (approved, events);
    }
}
