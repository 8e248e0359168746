using Marten;
using Wolverine;

namespace CraftMarket.Catalogue;

/// <summary>Changes parts of a product; what is null stays. Price and lead time count at once. Words, category and photos of a
/// product on sale show at once too, and the product goes back into the curator's queue, who may take it down; what may be
/// smoking goods leaves the window first.</summary>
/// <param name="Seen">The version that the artisan had before them; null to change whatever is there.</param>
/// <param name="LeadTimeDays">Makes to order what was sold from stock.</param>
/// <param name="Stock">Pieces at hand, from which is sold what was made to order. How many are left of what is counted already is
/// Ordering's to say.</param>
public sealed record ReviseProduct(ProductId ProductId, ArtisanId ArtisanId, int? Seen, string? Name, string? Description,
    Rupiah? Price,
    int? LeadTimeDays, string? Category, IReadOnlyList<string>? Materials, int? WeightGrams, IReadOnlyList<PhotoId>? PhotoIds,
    Provenance? Provenance = null, IReadOnlyDictionary<PhotoId, string>? PhotoDescriptions = null,
    IReadOnlyList<WantedVariant>? Variants = null, int? Stock = null, string? Size = null, string? Care = null)
{
    /// <summary>It says of something how many pieces there are.</summary>
    public bool Counts => Stock is not null || Variants?.Any(x => x.Stock is not null) == true;

    /// <summary>What was made to order is to be sold from stock.</summary>
    internal bool StartsStock(Product product) => product.LeadTimeDays is not null && LeadTimeDays is null && Counts;

    /// <summary>The counts that it gives of what there is already.</summary>
    public IEnumerable<(Article Article, int Count)> CountsOf(Product product)
    {
        // With sizes and colours the pieces are counted with them.
        if (Stock is { } pieces && !(StartsStock(product) && (Variants?.Count ?? product.Variants.Count) > 0))
            yield return (product.Id, pieces);
        foreach (var known in product.Variants)
            if (Variants?.FirstOrDefault(known.Variant.Is)?.Stock is { } count) yield return (new(product.Id, known.Id), count);
    }
}

/// <summary>A product as it was changed, and what that means for its pieces.</summary>
/// <param name="Resupplied">It changed between stock and made to order, or takes other days to make: <paramref name="Stock"/> is
/// all of it, and else what is new.</param>
/// <param name="Recounted">What was counted before and goes on.</param>
public sealed record RevisedProduct(Product Product, IReadOnlyList<object> Events, bool Resupplied,
    IReadOnlyList<WantedStock> Stock, IReadOnlyList<WantedStock> Recounted, OutgoingMessages Work);

/// <summary>Decides what a change makes of a product.</summary>
public static class ProductRevision
{
    public static async Task<ListingFacts> LoadAsync(ReviseProduct command, Product? product, IQuerySession session,
        MasterKey master, CancellationToken cancellation)
    {
        var details = product?.Details;
        var facts = await session.FactsOf(command.ArtisanId, command.PhotoIds ?? details?.PhotoIds ?? [],
            command.Category ?? details?.Category ?? "", cancellation);
        return facts with { Trust = facts.Trust?.DrawnBy(master) };
    }

    /// <summary>Why nothing of it may be changed at all: it is another's, or not what the artisan saw.</summary>
    public static Refusal? WhyNotChanged(ReviseProduct command, Product? product)
    {
        if (product is null || product.ArtisanId != command.ArtisanId) return Refusal.Missing();
        return command.Seen is { } seen && seen != product.Edition
            ? Refusal.Conflict("stale", "Data ini sudah diubah. Buka lagi halaman ini, lalu coba lagi.",
                "This was changed meanwhile. Open this page again and retry.") : null;
    }

    public static Refusal? Validate(ReviseProduct command, Product product, ListingFacts facts)
    {
        if (WhyNotChanged(command, product) is { } refusal) return refusal;
        var startsStock = command.StartsStock(product);
        return Refusals.Of(SupplyProblem(command, product, startsStock),
            VariantRules.Problem(command.Variants, (command.LeadTimeDays ?? product.LeadTimeDays) is not null && !startsStock,
                startsStock ? [] : product.Variants),
            ListingRules.Problem(After(command, product, false), command.Price ?? product.Price, product.ArtisanId, facts));
    }

    public static RevisedProduct Of(ReviseProduct command, Product product, ListingFacts facts, DateTimeOffset now)
    {
        var (events, messages, after) = (new List<object>(), new OutgoingMessages(), product);
        var details = After(command, product, false);
        details = details with { Flagged = SmokingRules.NeedsLook(details, facts) };
        if (!details.Says(product.Details))
        {
            var changed = new ProductDetailsChanged(details, now);
            events.Add(changed);
            after = after.Apply(changed);
            messages.Add(new LookAtPhotos(product.Id));
        }

        if (Repriced(command, after) is { } repriced)
        {
            events.Add(repriced);
            after = after.Apply(repriced);
        }

        if (command.LeadTimeDays is { } days && days != product.LeadTimeDays)
        {
            events.Add(new ProductLeadTimeChanged(days));
            after = after.Apply(new ProductLeadTimeChanged(days));
        }
        else if (command.StartsStock(product))
        {
            var counted = new ProductSoldFromStock(after.Variants.Count > 0 ? null : command.Stock);
            events.Add(counted);
            after = after.Apply(counted);
        }

        if (events.Count > 0)
        {
            (after, var looks) = SecondLook.Of(product, after, facts.Trust ?? TrustFacts.Nobody, now);
            events.AddRange(looks);
            events.AddRange(Offers.Changed(product, after));
            if (after.Status == ProductStatus.Published) messages.Add(new DrawShareCard(product.Id));
            else if (product.Status == ProductStatus.Published) messages.Add(new DrawShop(product.ArtisanId));
        }

        if (after.LeadTimeDays != product.LeadTimeDays)
            return new(after, events, true, VariantRules.All(after, command.Variants ?? []), [], messages);
        return new(after, events, false, command.Variants is not { } wanted ? []
            : [.. VariantRules.Added(product.Variants, details.Variants, wanted, product.LeadTimeDays is not null)],
            [.. command.CountsOf(product).Where(x => x.Article.VariantId is not { } id || after.Variants.Any(y => y.Id == id))
                .Select(x => new WantedStock(x.Article.VariantId, x.Count))], messages);
    }

    private static Refusal? SupplyProblem(ReviseProduct command, Product product, bool startsStock)
    {
        if (command.LeadTimeDays is { } days) return command.Counts ? ListingRules.StockOrLeadTime
            : ListingRules.LeadTimeProblem(days);
        if (!startsStock) return null;
        return command.Variants is null && product.Variants.Count > 0 ? VariantRules.StockMissing
            : ListingRules.SupplyProblem(command.Stock ?? 0, null);
    }

    /// <summary>Null when nothing costs more or less than before.</summary>
    private static ProductPriceChanged? Repriced(ReviseProduct command, Product product)
    {
        var price = command.Price ?? product.Price;
        var known = product.Variants.Where(x => x.OwnPrice is not null).ToDictionary(x => x.Id, x => x.OwnPrice!.Value);
        var own = command.Variants is { } wanted ? VariantRules.Prices(product.Details.Variants, wanted) : known.Count == 0 ? null
            : known;
        var same = price == product.Price
            && product.Variants.All(x => x.OwnPrice == (own is not null && own.TryGetValue(x.Id, out var its) ? its : null));
        return same ? null : new(price, own);
    }

    private static ProductDetails After(ReviseProduct command, Product product, bool flagged)
    {
        var now = product.Details;
        var photos = command.PhotoIds ?? now.PhotoIds;
        return new(command.Name ?? now.Name, command.Description ?? now.Description, command.Category ?? now.Category,
            command.Materials ?? now.Materials, command.WeightGrams ?? now.WeightGrams, photos, flagged, command.Provenance
                ?? now.Provenance, ProductDetails.Described(photos, command.PhotoDescriptions ?? now.PhotoDescriptions),
            command.Variants is { } wanted ? VariantRules.Named(product.Id, product.Edition + 1, product.Variants, wanted)
                : now.Variants,
            command.Size is null ? now.Size : ProductDetails.Said(command.Size), command.Care is null ? now.Care
                : ProductDetails.Said(command.Care));
    }
}
