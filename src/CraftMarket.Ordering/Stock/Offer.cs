using CraftMarket.Kernel.Facts;
using JasperFx;
using Marten;
using Marten.Events.Projections;

namespace CraftMarket.Ordering;

/// <summary>What a buyer may order now and for how much.</summary>
/// <param name="Variants">The sizes and colours; null when there is one kind only.</param>
/// <param name="GroupId">The group under whose brand it is sold; null when it is sold under the artisan's own.</param>
public sealed record Offer(ProductId Id, ArtisanId ArtisanId, string Name, string Slug, Rupiah Price, int WeightGrams,
    RegionCode Village, bool OnSale, IReadOnlyList<OfferedVariant>? Variants = null, GroupId? GroupId = null)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_offer";

    /// <summary>What the database finds it by (decision 0015).</summary>
    [Identity]
    public Guid Uuid => Id.Value;

    public bool HasVariants => Variants is { Count: > 0 };

    /// <summary>Whether this very article may be ordered: a size or colour where there are some, else the product
    /// itself.</summary>
    public bool Sells(Article article) => OnSale && (HasVariants ? VariantOf(article) is not null : article.VariantId is null);

    public OfferedVariant? VariantOf(Article article) => Variants?.FirstOrDefault(x => x.Id == article.VariantId);

    public Rupiah PriceOf(Article article) => VariantOf(article)?.Price ?? Price;
}

/// <summary>Reads from Catalogue's streams what is offered and under which brands. Inline: the very next order obeys.</summary>
public sealed partial class OfferReader : EventProjection
{
    public OfferReader()
    {
        Name = "Offers";
        Options.DeleteViewTypeOnTeardown<Offer>();
        Options.DeleteViewTypeOnTeardown<MakerBrand>();
        Options.DeleteViewTypeOnTeardown<GroupBrand>();
    }

    public void Project(ProductOffered e, IDocumentOperations operations) => operations.Store(new Offer(e.ProductId, e.ArtisanId,
        e.Name, e.Slug, e.Price, e.WeightGrams, e.Village, e.OnSale, e.Variants, e.GroupId));

    public void Project(BrandShown e, IDocumentOperations operations) =>
        operations.Store(new MakerBrand(e.ArtisanId, e.Version, e.Name, e.Colour, e.Logo, e.Closed));

    public void Project(GroupBrandShown e, IDocumentOperations operations) =>
        operations.Store(new GroupBrand(e.GroupId, e.Version, e.Name, e.Colour, e.Logo));
}
