namespace CraftMarket.Kernel.Facts;

/// <summary>An artisan listed a product, or one more size or colour of it; stock starts here and is Ordering's from then
/// on.</summary>
/// <param name="Stock">Pieces at hand; null when made to order.</param>
/// <param name="LeadTimeDays">Days to make one; null when from stock.</param>
public sealed record ProductListed(ProductId ProductId, ArtisanId ArtisanId, int? Stock, int? LeadTimeDays,
    VariantId? VariantId = null)
{
    public Article Article => new(ProductId, VariantId);
}

/// <summary>An artisan chose how a product is sold from now on, from pieces at hand or made when ordered: all of it at once,
/// whole each time. A lower
/// <paramref name="Revision"/> that arrives late is ignored.</summary>
/// <param name="LeadTimeDays">Days to make one; null when from stock.</param>
/// <param name="Articles">The product itself and each of its sizes and colours.</param>
/// <param name="Revision">Version of the product's stream.</param>
public sealed record SupplyChosen(ProductId ProductId, ArtisanId ArtisanId, int? LeadTimeDays,
    IReadOnlyList<CountedArticle> Articles, long Revision);

/// <summary>The product itself, or one of its sizes and colours, and how many pieces of it the artisan counted.</summary>
/// <param name="Count">Those held for orders among them; null when made to order.</param>
public sealed record CountedArticle(VariantId? VariantId, int? Count);

/// <summary>What a buyer may order now, whole each time. A lower <paramref name="Revision"/> that arrives late is
/// ignored.</summary>
/// <param name="OnSale">False while in curation, returned or taken down.</param>
/// <param name="Revision">Version of the product's stream.</param>
/// <param name="Variants">The sizes and colours it is sold in; null when there is one kind only.</param>
/// <param name="GroupId">The group under whose brand it is sold; null when it is sold under the artisan's own.</param>
public sealed record ProductOffered(ProductId ProductId, ArtisanId ArtisanId, string Name, string Slug, Rupiah Price,
    int WeightGrams,
    RegionCode Village, bool OnSale, long Revision, IReadOnlyList<OfferedVariant>? Variants = null, GroupId? GroupId = null);

/// <summary>A size or colour that may be ordered.</summary>
/// <param name="Name">As buyers read it: <c>Merah, besar</c>.</param>
public sealed record OfferedVariant(VariantId Id, string Name, Rupiah Price);

/// <summary>How a maker is shown in the shop from now on, whole each time. A lower <paramref name="Version"/> that arrives late
/// is ignored.</summary>
/// <param name="Version">Counts the brand's versions; 0 before the first.</param>
/// <param name="Colour"><c>#rrggbb</c>; null before the first version.</param>
/// <param name="Logo">Address of a small picture; null when there is none or it is not ready yet.</param>
/// <param name="Closed">The maker was erased: no logo of theirs is there any more, also where it was shown before.</param>
public sealed record BrandShown(ArtisanId ArtisanId, int Version, string Name, string? Colour, string? Logo, bool Closed = false);

/// <summary>How a group of artisans is shown in the shop from now on, whole each time, as <see cref="BrandShown"/> tells it of
/// one.</summary>
public sealed record GroupBrandShown(GroupId GroupId, int Version, string Name, string? Colour, string? Logo);
