using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Marten.Events.Aggregation;
using Marten.Schema;
using Weasel.Postgresql.Tables;

namespace CraftMarket.Catalogue;

/// <summary>What is free to buy of an article, later than the stock by a moment: a burst of orders must not wait for the
/// window (decision 0020).</summary>
/// <param name="Id">Of the article's stock.</param>
/// <param name="ArticleId">The size or colour; the product itself where it is sold in one kind only.</param>
/// <param name="Free">Pieces; null when made to order.</param>
public sealed record ArticleSupply(Guid Id, Guid ArticleId, ProductId ProductId, Pieces Pieces, int? Free)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_article_supply";

    public static ArticleSupply Of(ProductId product, VariantId? variant, int? free) =>
        new(Guid.Empty, variant?.Value ?? product.Value, product, new(free, 0), free);

    internal ArticleSupply With(Pieces pieces) => this with { Pieces = pieces, Free = pieces.Free };

    public static void ConfigureMarten(DocumentMapping mapping)
    {
        // Its own: the table of earlier versions counts otherwise.
        mapping.Alias = "article_supply";
        mapping.Indexes.Add(
            new IndexDefinition("mt_doc_article_supply_article") { Columns = ["((data ->> 'ArticleId')::uuid)"] });
    }
}

/// <summary>Reads from Ordering's stock what is free.</summary>
public sealed partial class ArticleSupplyFold : SingleStreamProjection<ArticleSupply, Guid>
{
    public ArticleSupplyFold()
    {
        Name = "ArticleSupply";
        IncludeType<StockStarted>();
        IncludeType<StockCounted>();
        IncludeType<StockMadeToOrder>();
        IncludeType<StockRestarted>();
        IncludeType<StockReserved>();
        IncludeType<StockReleased>();
        IncludeType<StockShipped>();
    }

    public override ArticleSupply? Evolve(ArticleSupply? snapshot, Guid id, IEvent e) => (snapshot, e.Data) switch
    {
        (_, StockStarted x) => ArticleSupply.Of(x.ProductId, x.VariantId, null) with
        {
            Id = id,
            Pieces = default(Pieces).After(x),
            Free = default(Pieces).After(x).Free,
        },
        ({ } known, StockCounted x) => known.With(known.Pieces.After(x)),
        ({ } known, StockMadeToOrder x) => known.With(known.Pieces.After(x)),
        ({ } known, StockRestarted x) => known.With(known.Pieces.After(x)),
        ({ } known, StockReserved x) => known.With(known.Pieces.After(x)),
        ({ } known, StockReleased x) => known.With(known.Pieces.After(x)),
        ({ } known, StockShipped x) => known.With(known.Pieces.After(x)),
        _ => snapshot,
    };
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

    public static ProductSupply Of(IEnumerable<ArticleSupply> told) => new(told.ToDictionary(x => x.ArticleId, x => x.Free));
}

/// <summary>Reads what is free.</summary>
public static class ReadSupply
{
    public static async Task<ProductSupply> SupplyOf(this IQuerySession session, IReadOnlyCollection<Product> products,
        CancellationToken cancellation) =>
        ProductSupply.Of(await session.SupplyOf(
            [.. products.SelectMany(x => x.Variants.Select(y => y.Id.Value).Append(x.Id.Value))], cancellation));

    internal static Task<IReadOnlyList<ArticleSupply>> SupplyOf(this IQuerySession session, Guid[] articles,
        CancellationToken cancellation) =>
        session.QueryAsync<ArticleSupply>("where (data ->> 'ArticleId')::uuid = any(?)", cancellation, [articles]);
}
