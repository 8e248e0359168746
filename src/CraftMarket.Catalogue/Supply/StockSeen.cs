using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Keeps what Ordering says is free. Nothing of the product itself changes: a sale makes no edit stale.</summary>
public static class StockSeenHandler
{
    /// <summary>In one order, so that two nodes that keep several at once never wait for each other.</summary>
    public static IEnumerable<IMartenOp> Handle(StockMoved fact) => fact.Articles.OrderBy(x => x.ProductId.Value)
        .Select(x => new Seen(x));

    /// <summary>An older word that arrives late changes nothing.</summary>
    internal sealed record Seen(StockChanged Article) : IMartenOp
    {
        public void Execute(IDocumentSession session) =>
            session.TryUpdateRevision(ArticleSupply.Of(Article.ProductId, Article.VariantId, Article.Available),
                Article.Revision);
    }
}
