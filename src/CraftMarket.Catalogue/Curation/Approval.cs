using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>What approving does, the same whether a curator looked or a rule let it pass.</summary>
internal static class Approval
{
    /// <param name="rule">Null when a curator decided.</param>
    /// <param name="found">What the curator found true of the provenance; null leaves what stood.</param>
    /// <param name="passedOver">What the curator approved it in spite of, as a code.</param>
    public static (Product After, Events, OutgoingMessages) Of(Product product, Maker maker, DateTimeOffset now,
        AppliedRule? rule = null, CheckedProvenance? found = null, string? passedOver = null)
    {
        if (product.Recheck)
        {
            var rechecked = new ProductRechecked(now, rule, found, passedOver);
            // A checked origin decides whether the village mark may stand on the card.
            return (product.Apply(rechecked), [rechecked], found is null ? [] : [new DrawShareCard(product.Id)]);
        }

        var published = new ProductPublished(maker.Village!.Value, maker.ShownName, now, rule, found, passedOver);
        var after = product.Apply(published);
        return (after, [published, .. Offers.Changed(product, after)],
            [new LookAtPhotos(product.Id), new DrawShareCard(product.Id), new DrawShop(product.ArtisanId)]);
    }

    /// <summary>The same by rule, and for some a curator's look later on.</summary>
    public static (Product After, Events, OutgoingMessages) ByRule(Product product, AppliedRule rule, TrustFacts facts,
        DateTimeOffset now)
    {
        var (after, events, messages) = Of(product, facts.Maker!, now, rule);
        if (Trust.Samples(after, facts)) events += new ProductSampled(now);
        return (after, events, messages);
    }
}
