using System.Text.Json.Serialization;
using CraftMarket.Media;
using JasperFx.Events;
using Marten.Schema;
using Weasel.Postgresql.Tables;

namespace CraftMarket.Catalogue;

/// <summary>A product as it hangs in the shop window. Its JSON is an item of the public list, which adds what is never
/// stored: the mark, the stars and what is free now (<see cref="CardNow"/>).</summary>
/// <param name="Available">Free pieces; null when made to order in <paramref name="LeadTimeDays"/>.</param>
/// <param name="ListedAt">When it first came into the window.</param>
public sealed record ProductCard(
    [property: JsonPropertyName("id")] Guid Id, [property: JsonPropertyName("slug")] string Slug,
    [property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("price")] long Price,
    [property: JsonPropertyName("available")] int? Available, [property: JsonPropertyName("leadTimeDays")] int? LeadTimeDays,
    [property: JsonPropertyName("artisan")] CardArtisan Artisan, [property: JsonPropertyName("village")] CardVillage? Village,
    [property: JsonPropertyName("photo")] CardPhoto? Photo, [property: JsonPropertyName("category")] string Category,
    [property: JsonPropertyName("materials")] IReadOnlyList<string> Materials,
    [property: JsonPropertyName("status")] string Status, [property: JsonPropertyName("listedAt")] DateTimeOffset? ListedAt)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_productcard";

    public const string OnSale = "published";

    /// <summary>The village mark, where the maker may use it at this moment; never stored.</summary>
    [JsonPropertyName("mark"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CardMark? Mark { get; init; }

    /// <summary>What buyers think of it at this moment; null while nobody wrote, and never stored.</summary>
    [JsonPropertyName("rating"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Rating? Rating { get; init; }

    /// <summary>The group under whose brand it is sold; null when it is sold under the artisan's own.</summary>
    [JsonPropertyName("group"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CardGroup? Group { get; init; }

    /// <summary>The brand that buyers see it under: the group's, or the artisan's own.</summary>
    [JsonIgnore]
    public string Brand => Group?.Name ?? Artisan.Name;

    /// <summary>Sizes and colours; null when there is one kind only. The price is then the lowest of theirs.</summary>
    [JsonPropertyName("variants"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CardVariant>? Variants { get; init; }

    /// <summary>Whether every size and colour costs the same.</summary>
    [JsonIgnore]
    public bool HasOnePrice => Variants is null || Variants.All(x => x.Price == Price);

    /// <summary>Kept beside the variants, and told nobody.</summary>
    [JsonPropertyName("plain"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CardPlain? Plain { get; init; }

    public static ProductCard Create(IEvent<ProductDrafted> e) =>
        new ProductCard(e.StreamId, e.Data.Slug, e.Data.Details.Name, e.Data.Price.Amount,
        e.Data.Stock, e.Data.LeadTimeDays, new(e.Data.ArtisanId.Value, e.Data.MakerName), null, null, e.Data.Details.Category,
        e.Data.Details.Materials, "draft", null).Varied(e.Data.Details.Variants).Priced(e.Data.Price, e.Data.VariantPrices);

    public ProductCard Apply(ProductDetailsChanged e) =>
        this.Varied(e.Details.Variants) with
        {
            Name = e.Details.Name,
            Category = e.Details.Category,
            Materials = e.Details.Materials
        };

    public ProductCard Apply(ProductPriceChanged e) => this.Priced(e.Price, e.VariantPrices);

    public ProductCard Apply(ProductLeadTimeChanged e) => this.SuppliedAnew(e.Days, null);

    public ProductCard Apply(ProductSoldFromStock e) => this.SuppliedAnew(null, e.Stock ?? 0);

    public ProductCard Apply(ProductPicturesReady e) =>
        this with { Photo = e.Pictures is [var first, ..] ? CardPhoto.Of(first) : null };

    public ProductCard Apply(ProductMakerRenamed e) => this with { Artisan = Artisan with { Name = e.MakerName } };

    public ProductCard Apply(ProductPutUnderGroup e) => this with { Group = new(e.GroupId.Value, e.Name, e.Slug) };

    public ProductCard Apply(ProductGroupRenamed e) =>
        this with { Group = Group is null ? null : Group with { Name = e.Name, Slug = e.Slug } };

    public ProductCard Apply(ProductTakenFromGroup e) => this with { Group = null };

    public ProductCard Apply(ProductSubmitted e) => this with { Status = "submitted" };

    public ProductCard Apply(ProductPublished e) => this with
    {
        Status = OnSale,
        ListedAt = ListedAt ?? e.At,
        Village = CardVillage.Of(e.Village),
        Artisan = Artisan with { Name = e.MakerName },
    };

    public ProductCard Apply(ProductReturned e) => this with { Status = "returned" };

    public ProductCard Apply(ProductWithdrawn e) => this with { Status = "withdrawn" };

    public ProductCard Apply(ProductPaused e) => this with { Status = "withdrawn" };

    public ProductCard Apply(ProductResumed e) => this with { Status = OnSale };

    public static void ConfigureMarten(DocumentMapping mapping)
    {
        foreach (var (name, expression) in new[]
        {
            ("slug", "(data ->> 'slug')"), ("artisan", "((data -> 'artisan') ->> 'id')"),
            ("group", "((data -> 'group') ->> 'id')"), ("village", "((data -> 'village') ->> 'code')"),
        }) mapping.Indexes.Add(new IndexDefinition($"mt_doc_productcard_{name}") { Columns = [expression] });
        mapping.DuplicateField(nameof(Status));
    }
}

/// <summary>Who makes it, by brand.</summary>
public sealed record CardArtisan([property: JsonPropertyName("id")] Guid Id, [property: JsonPropertyName("name")] string Name);

/// <summary>A group of artisans, by its brand.</summary>
/// <param name="Slug">Its name in addresses.</param>
public sealed record CardGroup([property: JsonPropertyName("id")] Guid Id, [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("slug")] string Slug);

/// <summary>Where it is made. Only the code is kept; what the village is called is looked up when it is read, for lists are
/// imported anew.</summary>
public sealed record CardVillage([property: JsonPropertyName("code")] string Code)
{
    [JsonPropertyName("name")]
    public string Name => Known?.Name ?? Code;

    /// <summary>Several villages share a name; each has an address of its own.</summary>
    [JsonPropertyName("slug")]
    public string Slug => Known?.Slug ?? Region.SlugOf(Code);

    private Region? Known => Regions.Find(RegionCode.Parse(Code));

    public static CardVillage Of(RegionCode village) => new(village.Value);
}

/// <summary>The picture on the card, about 640 pixels wide, and a smaller one.</summary>
public sealed record CardPhoto([property: JsonPropertyName("url")] string Url, [property: JsonPropertyName("width")] int Width,
    [property: JsonPropertyName("height")] int Height, [property: JsonPropertyName("small")] string Small)
{
    public static CardPhoto Of(Picture picture)
    {
        var shown = picture.Renditions.LastOrDefault(x => x.Width <= 640) ?? picture.Renditions[0];
        return new(shown.Url, shown.Width, shown.Height, picture.Renditions[0].Url);
    }
}
