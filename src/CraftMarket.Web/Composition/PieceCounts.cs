using CraftMarket.Catalogue;
using CraftMarket.Ordering;
using Marten;

namespace CraftMarket.Web.Composition;

/// <summary>Counts of pieces that come along with a product's words. What is at hand is Ordering's to keep, because orders hold
/// pieces of it.</summary>
internal static class PieceCounts
{
    /// <summary>Why a count would be refused, of the product or of one of its sizes and colours; null when none would. Asked
    /// before the words are saved.</summary>
    public static async Task<Refusal?> WhyNotCounted(this IQuerySession session, ReviseProduct command,
        CancellationToken cancellation)
    {
        if (await session.LoadAsync<Product>(command.ProductId.Value, cancellation) is not { } product
            || product.ArtisanId != command.ArtisanId) return null;
        var counts = command.CountsOf(product).ToList();
        var items = (await session.LoadManyAsync<StockItem>(cancellation,
            [.. counts.Select(x => StockItemId.Of(x.Article).Value)])).ToDictionary(x => x.Id);
        return counts.Where(x => items.ContainsKey(StockItemId.Of(x.Article)))
            .Select(x => WhyNot(product, x.Article, x.Count, items[StockItemId.Of(x.Article)]))
            .FirstOrDefault(x => x is not null);
    }

    /// <summary>Counts what was counted before; what only now has pieces is counted already with how it is sold.</summary>
    public static async Task<Answer> CountEach(this Dispatch dispatch, ProductWritten written, ArtisanId artisan, int? stock,
        IReadOnlyList<WantedVariant> wanted)
    {
        if (written.Resupplied) return written;
        var counts = written.Recounted(wanted).Select(x => (Variant: (VariantId?)x.Variant, x.Count));
        if (stock is { } pieces) counts = counts.Prepend((null, pieces));
        foreach (var (variant, count) in counts)
            if (await dispatch.Send(new CountStock(written.ProductId, artisan, count, variant)) is Refusal refusal)
                return refusal;
        return written;
    }

    /// <summary>Holds the reply until buyers can order it as it is sold now and every page says so.</summary>
    /// <param name="counted">Pieces were counted: what is free of them is to be seen as well.</param>
    public static async Task SupplyIsKnown(this Aftermath aftermath, ProductWritten written, bool counted,
        CancellationToken cancellation)
    {
        if (!written.Resupplied && !counted) return;
        await aftermath.Seen(async session =>
        {
            if (await session.LoadAsync<Product>(written.ProductId.Value, cancellation) is not { } product) return true;
            Article[] articles = [product.Id, .. product.Variants.Select(x => new Article(product.Id, x.Id))];
            var items = await session.LoadManyAsync<StockItem>(cancellation, [.. articles.Select(x => StockItemId.Of(x).Value)]);
            var told = (await session.LoadManyAsync<ArticleSupply>(cancellation, [.. articles.Select(IdOf)]))
                .ToDictionary(x => x.Id);
            return items.Count == articles.Length && items.All(x => (!written.Resupplied || x.SupplyRevision >= written.Version)
                && told.TryGetValue(IdOf(new(x.ProductId, x.VariantId)), out var supply) && supply.Free == x.Free);
        }, cancellation);
    }

    private static Guid IdOf(Article article) => article.VariantId?.Value ?? article.ProductId.Value;

    private static Refusal? WhyNot(Product product, Article article, int count, StockItem item) => product.LeadTimeDays is null
        ? CountStockHandler.Validate(new(product.Id, product.ArtisanId, count, article.VariantId), item)
        : CountStockHandler.Problem(count, item);
}
