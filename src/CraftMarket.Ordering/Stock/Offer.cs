using CraftMarket.Kernel.Facts;
using JasperFx;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>What a buyer may order now and for how much, as Catalogue told it last.</summary>
/// <param name="Revision">Version of the product's stream when it was told.</param>
/// <param name="Variants">The sizes and colours; null when there is one kind only.</param>
/// <param name="GroupId">The group under whose brand it is sold; null when it is sold under the artisan's own.</param>
public sealed record Offer(ProductId Id, ArtisanId ArtisanId, string Name, string Slug, Rupiah Price, int WeightGrams,
    RegionCode Village, bool OnSale, long Revision, IReadOnlyList<OfferedVariant>? Variants = null, GroupId? GroupId = null)
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

/// <summary>Keeps the newest offer of a product; one that comes late changes nothing.</summary>
public static class KeepOfferHandler
{
    public static Task<Offer?> LoadAsync(ProductOffered fact, IQuerySession session, CancellationToken cancellation) =>
        session.LoadAsync<Offer>(fact.ProductId.Value, cancellation);

    public static IMartenOp Handle(ProductOffered fact, Offer? known) => known?.Revision >= fact.Revision
        ? MartenOps.Nothing()
        : MartenOps.Store(new Offer(fact.ProductId, fact.ArtisanId, fact.Name, fact.Slug, fact.Price, fact.WeightGrams,
            fact.Village, fact.OnSale, fact.Revision, fact.Variants, fact.GroupId));
}
