namespace CraftMarket.Kernel.Facts;

/// <summary>What a buyer may order now, whole each time it changes, in the product's own stream.</summary>
/// <param name="OnSale">False while in curation, returned or taken down.</param>
/// <param name="Variants">The sizes and colours it is sold in; null when there is one kind only.</param>
/// <param name="GroupId">The group under whose brand it is sold; null when it is sold under the artisan's own.</param>
public sealed record ProductOffered(ProductId ProductId, ArtisanId ArtisanId, string Name, string Slug, Rupiah Price,
    int WeightGrams, RegionCode Village, bool OnSale, IReadOnlyList<OfferedVariant>? Variants = null, GroupId? GroupId = null);

/// <summary>A size or colour that may be ordered.</summary>
/// <param name="Name">As buyers read it: <c>Merah, besar</c>.</param>
public sealed record OfferedVariant(VariantId Id, string Name, Rupiah Price);

/// <summary>How a maker is shown in the shop from now on, whole each time, in the maker's own stream.</summary>
/// <param name="Version">Counts the brand's versions; 0 before the first.</param>
/// <param name="Colour"><c>#rrggbb</c>; null before the first version.</param>
/// <param name="Logo">Address of a small picture; null when there is none or it is not ready yet.</param>
/// <param name="Closed">The maker was erased: no logo of theirs is there any more, also where it was shown before.</param>
public sealed record BrandShown(ArtisanId ArtisanId, int Version, string Name, string? Colour, string? Logo, bool Closed = false);

/// <summary>How a group of artisans is shown in the shop from now on, whole each time, in the group's own stream.</summary>
public sealed record GroupBrandShown(GroupId GroupId, int Version, string Name, string? Colour, string? Logo);
