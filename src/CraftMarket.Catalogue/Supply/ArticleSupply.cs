using CraftMarket.Kernel.Facts;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>What is free to buy of an article, as Ordering last told; its revision is that of <see cref="StockChanged"/>
/// (decision 0020).</summary>
/// <param name="Id">The size or colour; the product itself where it is sold in one kind only.</param>
/// <param name="Free">Pieces; null when made to order.</param>
public sealed record ArticleSupply(Guid Id, ProductId ProductId, int? Free)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_articlesupply";

    public static ArticleSupply Of(ProductId product, VariantId? variant, int? free) =>
        new(variant?.Value ?? product.Value, product, free);
}

/// <summary>What is free of some products, for those who work with the products themselves.</summary>
public sealed class ProductSupply
{
    private readonly IReadOnlyDictionary<Guid, int?> _told;

    private ProductSupply(IReadOnlyDictionary<Guid, int?> told) => _told = told;

    /// <summary>Pieces of all sizes and colours together; null when made to order.</summary>
    public int? Free(Product product)
    {
        if (product.LeadTimeDays is not null) return null;
        return product.Variants.Count > 0 ? product.Variants.Sum(x => Free(product, x.Id))
            : _told.GetValueOrDefault(product.Id.Value, product.ListedStock) ?? 0;
    }

    /// <summary>Pieces of one size or colour; null when made to order. None until Ordering has counted.</summary>
    public int? Free(Product product, VariantId variant) => product.LeadTimeDays is not null ? null
        : _told.GetValueOrDefault(variant.Value) ?? 0;

    public static ProductSupply Of(IEnumerable<ArticleSupply> told) => new(told.ToDictionary(x => x.Id, x => x.Free));
}

/// <summary>Reads what is free.</summary>
public static class ReadSupply
{
    public static async Task<ProductSupply> SupplyOf(this IQuerySession session, IReadOnlyCollection<Product> products,
        CancellationToken cancellation) =>
        ProductSupply.Of(await session.LoadManyAsync<ArticleSupply>(cancellation,
            [.. products.SelectMany(x => x.Variants.Select(y => y.Id.Value).Append(x.Id.Value))]));
}
