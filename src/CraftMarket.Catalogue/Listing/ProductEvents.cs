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
public sealed record ProductDrafted(ArtisanId ArtisanId, string Slug, ProductDetails Details, Rupiah Price, int? Stock, int? LeadTimeDays,
    string MakerName);

/// <summary>The artisan asked a curator to look.</summary>
public sealed record ProductSubmitted(DateTimeOffset At);

/// <summary>A curator put the product in the shop window.</summary>
public sealed record ProductPublished(RegionCode Village, string MakerName, DateTimeOffset At);

/// <summary>A curator found the changes of a product on sale in order.</summary>
public sealed record ProductRechecked(DateTimeOffset At);

/// <summary>A curator gave the product back to the artisan with a reason.</summary>
public sealed record ProductReturned(string Reason, DateTimeOffset At);

/// <summary>The artisan took the product out of the shop window.</summary>
public sealed record ProductWithdrawn(DateTimeOffset At);

/// <summary>The artisan changed what is said or shown of the product.</summary>
public sealed record ProductDetailsChanged(ProductDetails Details, DateTimeOffset At);

/// <summary>The artisan changed the price.</summary>
public sealed record ProductPriceChanged(Rupiah Price);

/// <summary>The artisan changed how many days it takes to make one.</summary>
public sealed record ProductLeadTimeChanged(int Days);

/// <summary>Orders or counting changed how many pieces are free.</summary>
/// <param name="StockRevision">Ordering's count of changes; a lower one that arrives late is ignored.</param>
public sealed record ProductAvailabilityChanged(int? Available, long StockRevision);

/// <summary>The pictures that can be shown of the product, whole, in the artisan's order.</summary>
public sealed record ProductPicturesReady(IReadOnlyList<Picture> Pictures);

/// <summary>The artisan's brand got another name.</summary>
public sealed record ProductMakerRenamed(string MakerName);

/// <summary>The picture for sharing a link was drawn.</summary>
public sealed record ProductShareCardDrawn(string Url);
