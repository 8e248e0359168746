using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Changes parts of a product; what is null stays. Price and lead time count at once. Words, category and photos of a product
/// on sale show at once too, and the product goes back into the curator's queue, who may take it down; what may be smoking goods leaves the window first.</summary>
/// <param name="Seen">The version that the artisan had before them; null to change whatever is there.</param>
public sealed record ReviseProduct(ProductId ProductId, ArtisanId ArtisanId, int? Seen, string? Name, string? Description, Rupiah? Price,
    int? LeadTimeDays, string? Category, IReadOnlyList<string>? Materials, int? WeightGrams, IReadOnlyList<PhotoId>? PhotoIds,
    Provenance? Provenance = null, IReadOnlyDictionary<PhotoId, string>? PhotoDescriptions = null, IReadOnlyList<WantedVariant>? Variants = null);

public static class ReviseProductHandler
{
    public static async Task<ListingFacts> LoadAsync(ReviseProduct command, IQuerySession session, MasterKey master, CancellationToken cancellation)
    {
        var details = (await session.LoadAsync<Product>(command.ProductId.Value, cancellation))?.Details;
        var facts = await session.FactsOf(command.ArtisanId, command.PhotoIds ?? details?.PhotoIds ?? [],
            command.Category ?? details?.Category ?? "", cancellation);
        return facts with { Trust = facts.Trust?.DrawnBy(master) };
    }

    public static Refusal? Validate(ReviseProduct command, Product product, ListingFacts facts)
    {
        if (product.ArtisanId != command.ArtisanId) return Refusal.Missing();
        if (command.Seen is { } seen && seen != product.Edition)
            return Refusal.Conflict("stale", "Data ini sudah diubah. Muat ulang, lalu coba lagi.", "This was changed meanwhile. Reload and try again.");
        if (command.LeadTimeDays is { } days && product.LeadTimeDays is null)
            return Refusal.Invalid("stock_or_lead_time", "Produk ini dijual dari stok; lama pembuatan tidak berlaku.",
                "This product is sold from stock; a lead time does not apply.", "leadTimeDays");
        return (command.LeadTimeDays is { } lead ? ListingRules.LeadTimeProblem(lead) : null)
            ?? VariantRules.Problem(command.Variants, product.LeadTimeDays is not null, product.Variants)
            ?? ListingRules.Problem(After(command, product, false), command.Price ?? product.Price, product.ArtisanId, facts);
    }

    public static (Answer, Events, OutgoingMessages) Handle(ReviseProduct command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Product product, ListingFacts facts, DateTimeOffset now)
    {
        var (events, messages, after) = (new Events(), new OutgoingMessages(), product);
        var details = After(command, product, false);
        details = details with { Flagged = SmokingRules.NeedsLook(details, facts) };
        if (!details.Says(product.Details))
        {
            var changed = new ProductDetailsChanged(details, now);
            events += changed;
            after = after.Apply(changed);
            messages.Add(new LookAtPhotos(product.Id));
        }

        if (command.Variants is { } wanted) messages.AddRange(VariantRules.Listed(product.Id, product.ArtisanId, product.LeadTimeDays, product.Variants, details.Variants, wanted));
        if (Repriced(command, after) is { } repriced)
        {
            events += repriced;
            after = after.Apply(repriced);
        }

        if (command.LeadTimeDays is { } days && days != product.LeadTimeDays)
        {
            events += new ProductLeadTimeChanged(days);
            after = after.Apply(new ProductLeadTimeChanged(days));
        }

        if (events.Count > 0)
        {
            (after, var looks) = SecondLook.Of(product, after, facts.Trust ?? TrustFacts.Nobody, now);
            events.AddRange(looks);
            messages.AddRange(Offers.Of(after));
            if (after.Status == ProductStatus.Published) messages.Add(new DrawShareCard(product.Id));
            else if (product.Status == ProductStatus.Published) messages.Add(new DrawShop(product.ArtisanId));
        }

        VariantId[] known = [.. product.Variants.Select(x => x.Id)];
        return (new ProductWritten(product.Id, product.Slug, after.Status, after.Edition,
            command.Variants is null || known.Length == 0 ? null : [.. (details.Variants ?? []).Where(x => known.Contains(x.Id))]), events, messages);
    }

    /// <summary>Null when nothing costs more or less than before.</summary>
    private static ProductPriceChanged? Repriced(ReviseProduct command, Product product)
    {
        var price = command.Price ?? product.Price;
        var known = product.Variants.Where(x => x.OwnPrice is not null).ToDictionary(x => x.Id, x => x.OwnPrice!.Value);
        var own = command.Variants is { } wanted ? VariantRules.Prices(product.Details.Variants, wanted) : known.Count == 0 ? null : known;
        var same = price == product.Price && product.Variants.All(x => x.OwnPrice == (own is not null && own.TryGetValue(x.Id, out var its) ? its : null));
        return same ? null : new(price, own);
    }

    private static ProductDetails After(ReviseProduct command, Product product, bool flagged)
    {
        var now = product.Details;
        var photos = command.PhotoIds ?? now.PhotoIds;
        return new(command.Name ?? now.Name, command.Description ?? now.Description, command.Category ?? now.Category,
            command.Materials ?? now.Materials, command.WeightGrams ?? now.WeightGrams, photos, flagged, command.Provenance ?? now.Provenance,
            ProductDetails.Described(photos, command.PhotoDescriptions ?? now.PhotoDescriptions),
            command.Variants is { } wanted ? VariantRules.Named(product.Id, product.Edition + 1, product.Variants, wanted) : now.Variants);
    }
}
