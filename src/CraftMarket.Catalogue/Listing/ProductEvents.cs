using System.Text.Json.Serialization;
using CraftMarket.Media;

namespace CraftMarket.Catalogue;

/// <summary>Where a product stands between its artisan and the shop window.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProductStatus>))]
public enum ProductStatus
{
    [JsonStringEnumMemberName("draft")] Draft,
    [JsonStringEnumMemberName("submitted")] Submitted,
    [JsonStringEnumMemberName("published")] Published,
    [JsonStringEnumMemberName("returned")] Returned,
    [JsonStringEnumMemberName("withdrawn")] Withdrawn,
}

/// <summary>A usable photo of a product.</summary>
public sealed record Picture(PhotoId PhotoId, IReadOnlyList<Rendition> Renditions);

/// <summary>An artisan wrote a product down.</summary>
/// <param name="Stock">Pieces at hand at the start; null when made to order.</param>
/// <param name="VariantPrices">Prices of the sizes and colours that do not cost <paramref name="Price"/>.</param>
public sealed record ProductDrafted(ArtisanId ArtisanId, string Slug, ProductDetails Details, Rupiah Price, int? Stock,
    int? LeadTimeDays,
    string MakerName,
    [property: JsonIgnore(
    Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<VariantId, Rupiah>? VariantPrices = null);

/// <summary>The artisan asked a curator to look, or changed a product on sale so that one has to before buyers see it
/// again.</summary>
public sealed record ProductSubmitted(DateTimeOffset At);

/// <summary>A curator, or the rule for trusted makers, put the product in the shop window.</summary>
/// <param name="Rule">The rule that let it pass; null when a curator looked.</param>
/// <param name="Provenance">What the curator found true of its provenance; null when nothing was said of it.</param>
public sealed record ProductPublished(RegionCode Village, string MakerName, DateTimeOffset At, AppliedRule? Rule = null,
    CheckedProvenance? Provenance = null, string? Override = null);

/// <summary>A curator, or the rule for trusted makers, found the changes of a product on sale in order.</summary>
public sealed record ProductRechecked(DateTimeOffset At, AppliedRule? Rule = null, CheckedProvenance? Provenance = null,
    string? Override = null);

/// <summary>A product that a rule had approved was picked for a curator to look at later; it stays on sale meanwhile.</summary>
public sealed record ProductSampled(DateTimeOffset At);

/// <summary>A curator gave the product back to the artisan with a reason.</summary>
/// <param name="Reason">Everything the artisan was told.</param>
/// <param name="Reasons">Codes of the reasons that the curator chose.</param>
/// <param name="Words">What the curator added in own words.</param>
public sealed record ProductReturned(string Reason, DateTimeOffset At, IReadOnlyList<string>? Reasons = null,
    string? Words = null, CheckedProvenance? Provenance = null);

/// <summary>The artisan took the product out of the shop window.</summary>
public sealed record ProductWithdrawn(DateTimeOffset At);

/// <summary>The artisan's shop closed for the time being, and the product left the window or the curator's queue with
/// it.</summary>
public sealed record ProductPaused(DateTimeOffset At);

/// <summary>The shop opened again, and the product is in the window as it was.</summary>
public sealed record ProductResumed(DateTimeOffset At);

/// <summary>The artisan changed what is said or shown of the product.</summary>
public sealed record ProductDetailsChanged(ProductDetails Details, DateTimeOffset At);

/// <summary>The artisan changed the price, or that of a size or colour.</summary>
/// <param name="VariantPrices">Prices of the sizes and colours that do not cost <paramref name="Price"/>, whole.</param>
public sealed record ProductPriceChanged(Rupiah Price,
    [property: JsonIgnore(
        Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<VariantId, Rupiah>? VariantPrices = null);

/// <summary>The artisan said how many days it takes to make one; what was sold from stock is made to order from now on.</summary>
public sealed record ProductLeadTimeChanged(int Days);

/// <summary>What was made to order is sold from pieces at hand from now on.</summary>
/// <param name="Stock">Pieces that were counted then; null where sizes and colours are counted.</param>
public sealed record ProductSoldFromStock(int? Stock);

/// <summary>Orders or counting changed how many pieces are free. Stands in older streams; what is free is kept apart now
/// (decision 0020).</summary>
/// <param name="StockRevision">Ordering's count of changes; a lower one that arrives late is ignored.</param>
/// <param name="VariantId">The size or colour; null for the product that is sold in one kind only.</param>
public sealed record ProductAvailabilityChanged(int? Available, long StockRevision,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] VariantId? VariantId = null);

/// <summary>The pictures that can be shown of the product, whole, in the artisan's order.</summary>
public sealed record ProductPicturesReady(IReadOnlyList<Picture> Pictures);

/// <summary>The artisan's brand got another name.</summary>
public sealed record ProductMakerRenamed(string MakerName);

/// <summary>The artisan, a member of the group, put the product under the group's brand.</summary>
/// <param name="Slug">The group's name in addresses.</param>
public sealed record ProductPutUnderGroup(GroupId GroupId, string Name, string Slug);

/// <summary>The group's brand got another name.</summary>
public sealed record ProductGroupRenamed(string Name, string Slug);

/// <summary>The product is the artisan's own brand's again: by choice, or because the artisan is in the group no more.</summary>
public sealed record ProductTakenFromGroup;

/// <summary>The pictures for sharing a link were drawn.</summary>
/// <param name="Url">The one beside the link.</param>
/// <param name="Square">The one to be sent by itself.</param>
/// <param name="Mark">Code of the village whose mark they show; empty for none; null on pictures from before it was kept.</param>
public sealed record ProductShareCardDrawn(string Url, string? Square = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Mark = null);
