using System.Text.Json.Serialization;
using CraftMarket.Media;
using JasperFx.Events;
using Marten.Schema;
using Weasel.Postgresql.Tables;

namespace CraftMarket.Catalogue;

/// <summary>What the product's page shows beyond its card, and the words that search looks through. Joined with the card it is the public JSON.</summary>
public sealed record ProductPage(
    [property: JsonPropertyName("id")] Guid Id, [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description, [property: JsonPropertyName("category")] string Category,
    [property: JsonPropertyName("materials")] IReadOnlyList<string> Materials, [property: JsonPropertyName("weightGrams")] int WeightGrams,
    [property: JsonPropertyName("maker")] string Maker, [property: JsonPropertyName("place")] string? Place,
    [property: JsonPropertyName("photos")] IReadOnlyList<PagePhoto> Photos, [property: JsonPropertyName("shareCard")] string? ShareCard,
    [property: JsonPropertyName("version")] int Edition)
{
    public static ProductPage Create(IEvent<ProductDrafted> e) => new(e.StreamId, e.Data.Details.Name, e.Data.Details.Description,
        e.Data.Details.Category, e.Data.Details.Materials, e.Data.Details.WeightGrams, e.Data.MakerName, null, [], null, 1);

    public ProductPage Apply(ProductDetailsChanged e) => Next() with
    {
        Name = e.Details.Name,
        Description = e.Details.Description,
        Category = e.Details.Category,
        Materials = e.Details.Materials,
        WeightGrams = e.Details.WeightGrams,
    };

    public ProductPage Apply(ProductPublished e) => Next() with { Maker = e.MakerName, Place = Regions.NameOf(e.Village) };

    public ProductPage Apply(ProductMakerRenamed e) => this with { Maker = e.MakerName };

    public ProductPage Apply(ProductPicturesReady e) => this with { Photos = [.. e.Pictures.Select(PagePhoto.Of)] };

    public ProductPage Apply(ProductShareCardDrawn e) => this with { ShareCard = e.Url };

    public ProductPage Apply(ProductSubmitted e) => Next();

    public ProductPage Apply(ProductRechecked e) => Next();

    public ProductPage Apply(ProductReturned e) => Next();

    public ProductPage Apply(ProductWithdrawn e) => Next();

    public ProductPage Apply(ProductPriceChanged e) => Next();

    public ProductPage Apply(ProductLeadTimeChanged e) => Next();

    public static void ConfigureMarten(DocumentMapping mapping) => mapping.Indexes.Add(new IndexDefinition("mt_doc_productpage_words")
    {
        Columns = [$"{mapping.DatabaseSchemaName}.product_words(data)"], Method = IndexMethod.gin,
    });

    private ProductPage Next() => this with { Edition = Edition + 1 };
}

/// <summary>A picture on the page, in the sizes there are, smallest first.</summary>
public sealed record PagePhoto([property: JsonPropertyName("id")] Guid Id, [property: JsonPropertyName("url")] string Url,
    [property: JsonPropertyName("width")] int Width, [property: JsonPropertyName("height")] int Height,
    [property: JsonPropertyName("renditions")] IReadOnlyList<Rendition> Renditions)
{
    public static PagePhoto Of(Picture picture)
    {
        var largest = picture.Renditions[^1];
        return new(picture.PhotoId.Value, largest.Url, largest.Width, largest.Height, picture.Renditions);
    }
}
