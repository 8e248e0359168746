using System.Text.Json.Serialization;
using CraftMarket.Media;
using JasperFx.Events;

namespace CraftMarket.Catalogue;

/// <summary>What the product's page shows beyond its card. Joined with the card it is the public JSON.</summary>
public sealed record ProductPage(
    [property: JsonPropertyName("id")] Guid Id, [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description, [property: JsonPropertyName("category")] string Category,
    [property: JsonPropertyName("materials")] IReadOnlyList<string> Materials,
        [property: JsonPropertyName("weightGrams")] int WeightGrams,
    [property: JsonPropertyName("maker")] string Maker,
    [property: JsonPropertyName("photos")] IReadOnlyList<PagePhoto> Photos,
        [property: JsonPropertyName("shareCard")] string? ShareCard,
    [property: JsonPropertyName("version")] int Edition,
        [property: JsonPropertyName("provenance")] PageProvenance? Provenance = null,
    [property: JsonPropertyName("photoDescriptions")] IReadOnlyDictionary<PhotoId, string>? PhotoDescriptions = null)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_productpage";

    /// <summary>How large it is, in the artisan's words; null when nothing is said.</summary>
    [JsonPropertyName("size"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Size { get; init; }

    /// <summary>How to keep and clean it, in the artisan's words; null when nothing is said.</summary>
    [JsonPropertyName("care"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Care { get; init; }

    /// <summary>The square picture for sharing; null until it is drawn.</summary>
    [JsonPropertyName("shareSquare")] public string? ShareSquare { get; init; }

    /// <summary>Which mark the pictures for sharing show; not part of the public JSON.</summary>
    [JsonPropertyName("shareMark")] public string? ShareMark { get; init; }

    public static ProductPage Create(IEvent<ProductDrafted> e) => new(e.StreamId, e.Data.Details.Name, e.Data.Details.Description,
        e.Data.Details.Category, e.Data.Details.Materials, e.Data.Details.WeightGrams, e.Data.MakerName, [], null, 1,
        PhotoDescriptions: e.Data.Details.PhotoDescriptions)
    {
        Size = e.Data.Details.Size,
        Care = e.Data.Details.Care,
    };

    public ProductPage Apply(ProductDetailsChanged e) => Next() with
    {
        Name = e.Details.Name,
        Description = e.Details.Description,
        Category = e.Details.Category,
        Materials = e.Details.Materials,
        WeightGrams = e.Details.WeightGrams,
        Size = e.Details.Size,
        Care = e.Details.Care,
        Provenance = Provenance?.After(e.Details),
        PhotoDescriptions = e.Details.PhotoDescriptions,
        Photos = [.. Photos.Select(x => x with { Description = e.Details.DescriptionOf(new(x.Id)) })],
    };

    public ProductPage Apply(ProductPublished e) => Next() with
    {
        Maker = e.MakerName,
        Provenance = PageProvenance.Of(e.Provenance) ?? Provenance,
    };

    public ProductPage Apply(ProductMakerRenamed e) => this with { Maker = e.MakerName };

    public ProductPage Apply(ProductPicturesReady e) =>
        this with { Photos = [.. e.Pictures.Select(x => PagePhoto.Of(x, PhotoDescriptions?.GetValueOrDefault(x.PhotoId)))] };

    public ProductPage Apply(ProductShareCardDrawn e) =>
        this with { ShareCard = e.Url, ShareSquare = e.Square, ShareMark = e.Mark };

    public ProductPage Apply(ProductSubmitted e) => Next();

    public ProductPage Apply(ProductRechecked e) => Next() with { Provenance = PageProvenance.Of(e.Provenance) ?? Provenance };

    public ProductPage Apply(ProductReturned e) => Next() with { Provenance = PageProvenance.Of(e.Provenance) ?? Provenance };

    public ProductPage Apply(ProductWithdrawn e) => Next();

    public ProductPage Apply(ProductPaused e) => Next();

    public ProductPage Apply(ProductResumed e) => Next();

    public ProductPage Apply(ProductPriceChanged e) => Next();

    public ProductPage Apply(ProductPutUnderGroup e) => Next();

    public ProductPage Apply(ProductTakenFromGroup e) => Next();

    public ProductPage Apply(ProductLeadTimeChanged e) => Next();

    public ProductPage Apply(ProductSoldFromStock e) => Next();

    private ProductPage Next() => this with { Edition = Edition + 1 };
}

/// <summary>A picture on the page, in the sizes there are, smallest first.</summary>
/// <param name="Description">What can be seen on it, in the artisan's words; null when nothing was written.</param>
public sealed record PagePhoto([property: JsonPropertyName("id")] Guid Id, [property: JsonPropertyName("url")] string Url,
    [property: JsonPropertyName("width")] int Width, [property: JsonPropertyName("height")] int Height,
    [property: JsonPropertyName("renditions")] IReadOnlyList<Rendition> Renditions,
    [property: JsonPropertyName("description")] string? Description = null)
{
    public static PagePhoto Of(Picture picture, string? description)
    {
        var largest = picture.Renditions[^1];
        return new(picture.PhotoId.Value, largest.Url, largest.Width, largest.Height, picture.Renditions, description);
    }
}
