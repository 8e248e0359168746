using System.Text.Json.Serialization;
using CraftMarket.Kernel.Facts;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Aggregation;

namespace CraftMarket.Catalogue;

/// <summary>What an artisan says of a product; the curator looks at it.</summary>
/// <param name="Flagged">A word about smoking stands in it that may be harmless; the curator decides.</param>
/// <param name="Provenance">Where it comes from, as far as the artisan says; null when nothing is said.</param>
/// <param name="PhotoDescriptions">What can be seen on a photo, for those who cannot see it; photos without one are not in
/// it.</param>
/// <param name="Variants">Sizes and colours in the artisan's order; null when there is one kind only.</param>
/// <param name="Size">How large it is, in the artisan's words; null when nothing is said.</param>
/// <param name="Care">How to keep and clean it; null when nothing is said.</param>
public sealed record ProductDetails(string Name, string Description, string Category, IReadOnlyList<string> Materials,
    int WeightGrams, IReadOnlyList<PhotoId> PhotoIds, bool Flagged,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Provenance? Provenance = null,
    [property: JsonIgnore(
        Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<PhotoId, string>? PhotoDescriptions = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Variant>? Variants = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Size = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Care = null)
{
    public string? DescriptionOf(PhotoId photo) => PhotoDescriptions?.GetValueOrDefault(photo);

    /// <summary>The same words, photos in the same order with the same descriptions.</summary>
    internal bool Says(ProductDetails other) => Materials.SequenceEqual(other.Materials) && PhotoIds.SequenceEqual(other.PhotoIds)
        && PhotoIds.All(x => DescriptionOf(x) == other.DescriptionOf(x)) && (Variants ?? []).SequenceEqual(other.Variants ?? [])
        && this with
        {
            Materials = other.Materials,
            PhotoIds = other.PhotoIds,
            PhotoDescriptions = other.PhotoDescriptions,
            Variants = other.Variants
        } == other;

    /// <summary>What was written, trimmed; null for nothing.</summary>
    internal static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Descriptions of these photos only, trimmed, without empty ones; null when none is left.</summary>
    internal static IReadOnlyDictionary<PhotoId, string>? Described(IReadOnlyList<PhotoId> photos,
        IReadOnlyDictionary<PhotoId, string>? descriptions)
    {
        var kept = photos.Where(x => !string.IsNullOrWhiteSpace(descriptions?.GetValueOrDefault(x)))
            .ToDictionary(x => x, x => descriptions![x].Trim());
        return kept.Count == 0 ? null : kept;
    }
}

/// <summary>An artisan's product on its way from draft through curation to the shop window.</summary>
/// <param name="Price">Of a piece, where its size or colour has no price of its own.</param>
/// <param name="ListedStock">Pieces that were there when it was listed in one kind, or began to be sold from stock; null when
/// made to order. What is free now is an <see cref="ArticleSupply"/>.</param>
/// <param name="Pictures">The usable photos in the artisan's order.</param>
/// <param name="Recheck">On sale, but changed since a curator last saw it.</param>
/// <param name="ReturnCodes">Codes of the reasons for which it went back.</param>
/// <param name="ReturnWords">What the curator added in own words.</param>
/// <param name="Checked">What a curator found true of its provenance and still stands.</param>
/// <param name="Rule">The rule that approved it last; null when a curator did.</param>
/// <param name="Sampled">On sale by a rule and picked for a curator's later look.</param>
/// <param name="Edition">Counts what artisan and curator did (Marten would take a member named Version for the stream's). Sales,
/// pictures and the brand's name do not move it, so they never make an edit stale.</param>
public sealed record Product(ProductId Id, ArtisanId ArtisanId, string Slug, ProductDetails Details, Rupiah Price,
    int? LeadTimeDays,
    int? ListedStock, IReadOnlyList<Picture> Pictures, ProductStatus Status, bool Recheck, string? ReturnReason,
    DateTimeOffset? WaitingSince, RegionCode? Village, string MakerName, string? ShareCard, int Edition,
    IReadOnlyList<string>? ReturnCodes = null, string? ReturnWords = null,
    CheckedProvenance? Checked = null, AppliedRule? Rule = null, bool Sampled = false) : IdentifiedBy<ProductId>
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_product";

    /// <summary>What the database finds it by (decision 0015).</summary>
    [Identity]
    public Guid Uuid => Id.Value;

    /// <summary>The square picture for sharing; null until it is drawn.</summary>
    public string? ShareSquare { get; init; }

    /// <summary>Which mark its pictures for sharing show, as <see cref="ProductShareCardDrawn.Mark"/>.</summary>
    public string? ShareMark { get; init; }

    /// <summary>The group under whose brand it is sold; null when it is sold under the artisan's own.</summary>
    public ProductGroup? Group { get; init; }

    /// <summary>Sizes and colours; empty when there is one kind only.</summary>
    public IReadOnlyList<ProductVariant> Variants { get; init; } = [];

    /// <summary>What the cheapest and the dearest kind cost.</summary>
    public (Rupiah Lowest, Rupiah Highest) Prices => Variants.Prices(Price);

    /// <summary>No rule may show it before a curator looked again: it went back last, left while it waited for a look, or was in
    /// the window with other materials.</summary>
    public bool OwesLook { get; init; }

    /// <summary>Where it was when its shop closed for the time being: in the window as a curator knew it, or on the way there;
    /// null when it is elsewhere by itself.</summary>
    public ProductStatus? PausedFrom { get; init; }

    public static Product Create(IEvent<ProductDrafted> e) => Of(ProductId.From(e.StreamId), e.Data);

    internal static Product Of(ProductId id, ProductDrafted e) =>
        new Product(id, e.ArtisanId, e.Slug, e.Details, e.Price, e.LeadTimeDays, e.Stock, [], ProductStatus.Draft, false, null,
            null, null, e.MakerName, null, 1).Varied(e.Details).Priced(e.Price, e.VariantPrices);

    /// <summary>Said by what went before it; it is for those who sell the product.</summary>
    public Product Apply(ProductOffered _) => this;

    public Product Apply(ProductSubmitted e) => Next() with
    {
        Status = ProductStatus.Submitted,
        PausedFrom = null,
        Recheck = false,
        Sampled = false,
        WaitingSince = WaitingSince ?? e.At,
        ReturnReason = null,
        ReturnCodes = null,
        ReturnWords = null,
    };

    public Product Apply(ProductPublished e) => Next() with
    {
        Status = ProductStatus.Published,
        Recheck = false,
        WaitingSince = null,
        Village = e.Village,
        MakerName = e.MakerName,
        Checked = e.Provenance ?? Checked,
        Rule = e.Rule,
        Sampled = false,
        OwesLook = false,
    };

    public Product Apply(ProductRechecked e) => Next() with
    {
        Recheck = false,
        WaitingSince = null,
        Checked = e.Provenance ?? Checked,
        Rule = e.Rule,
        Sampled = false,
        OwesLook = false,
    };

    public Product Apply(ProductSampled e) => this with { Recheck = true, Sampled = true, WaitingSince = e.At };

    public Product Apply(ProductReturned e) => Next() with
    {
        Status = ProductStatus.Returned,
        Recheck = false,
        WaitingSince = null,
        ReturnReason = e.Reason,
        ReturnCodes = e.Reasons,
        ReturnWords = e.Words,
        Checked = e.Provenance ?? Checked,
        Sampled = false,
        OwesLook = true,
    };

    public Product Apply(ProductWithdrawn e) => Next() with
    {
        Status = ProductStatus.Withdrawn,
        Recheck = false,
        WaitingSince = null,
        Sampled = false,
        OwesLook = OwesLook || AwaitsCurator,
    };

    public Product Apply(ProductPaused e) => Next() with
    {
        Status = ProductStatus.Withdrawn,
        PausedFrom = AwaitsCurator ? ProductStatus.Submitted : ProductStatus.Published,
        Recheck = false,
        WaitingSince = null,
        Sampled = false,
        OwesLook = OwesLook || AwaitsCurator,
    };

    public Product Apply(ProductResumed e) => Next() with { Status = ProductStatus.Published, PausedFrom = null };

    public Product Apply(ProductDetailsChanged e) => Next().Varied(e.Details) with
    {
        Details = e.Details,
        Checked = Checked?.After(Details, e.Details),
        PausedFrom = ChangedWhilePaused,
        Recheck = Status == ProductStatus.Published,
        WaitingSince = Status == ProductStatus.Published ? WaitingSince ?? e.At : WaitingSince,
        OwesLook = OwesLook || (Village is not null && !e.Details.Materials.SequenceEqual(Details.Materials)),
    };

    public Product Apply(ProductPriceChanged e) =>
        Next().Priced(e.Price, e.VariantPrices) with { PausedFrom = ChangedWhilePaused };

    public Product Apply(ProductLeadTimeChanged e) => Next() with { LeadTimeDays = e.Days, ListedStock = null };

    public Product Apply(ProductSoldFromStock e) => Next() with { LeadTimeDays = null, ListedStock = e.Stock };

    public Product Apply(ProductPicturesReady e) => this with { Pictures = e.Pictures };

    public Product Apply(ProductMakerRenamed e) => this with { MakerName = e.MakerName };

    public Product Apply(ProductPutUnderGroup e) => Next() with { Group = new(e.GroupId, e.Name, e.Slug) };

    public Product Apply(ProductGroupRenamed e) =>
        this with { Group = Group is null ? null : Group with { Name = e.Name, Slug = e.Slug } };

    public Product Apply(ProductTakenFromGroup e) => Next() with { Group = null };

    public Product Apply(ProductShareCardDrawn e) => this with { ShareCard = e.Url, ShareSquare = e.Square, ShareMark = e.Mark };

    public bool AwaitsCurator => Status == ProductStatus.Submitted || Recheck;

    public bool MayBear(RegionCode mark) => Marks.MayBear(Village, Checked?.Village, mark);

    /// <summary>Something beyond the material is claimed of its provenance that no curator has found true.</summary>
    public bool HasUncheckedClaims => Details.Provenance is { } claimed
        && (claimed.MadeBy, claimed.Village, claimed.Technique) != (Checked?.MadeBy, Checked?.Village, Checked?.Technique);

    private ProductStatus? ChangedWhilePaused => PausedFrom is null ? null : ProductStatus.Submitted;

    private Product Next() => this with { Edition = Edition + 1 };

    private Product Varied(ProductDetails details) => this with { Variants = Variants.Renamed(details.Variants) };

    private Product Priced(Rupiah price, IReadOnlyDictionary<VariantId, Rupiah>? own) =>
        this with { Price = price, Variants = Variants.Priced(own) };
}
