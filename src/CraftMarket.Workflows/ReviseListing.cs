using CraftMarket.Catalogue;
using CraftMarket.Ordering;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Workflows;

/// <summary>Changes a product with its pieces, its brand and, when asked, on its way to the curator: all of it or nothing, as one
/// transaction that orders wait for.</summary>
/// <param name="UnderGroup">True to sell it under the brand of one's group, false under one's own; null to leave it.</param>
/// <param name="Submit">Sends it to the curator as well; where that is refused, the change stands all the same.</param>
/// <param name="Form">What it was typed into: closed when the product stands, and kept as it is when it is refused.</param>
/// <param name="Unread">Something in the form could not be read: it is only kept, and what else would be refused is told.</param>
public sealed record ReviseListing(ReviseProduct Product, bool? UnderGroup = null, bool Submit = false, SaveDraft? Form = null,
    bool Unread = false)
{
    public ProductId ProductId => Product.ProductId;
}

/// <summary>The stock that a change may touch, locked.</summary>
public sealed record TouchedStock(IReadOnlyDictionary<Article, IEventStream<StockItem>> Items)
{
    internal static async Task<TouchedStock> Lock(ReviseProduct command, Product? product, IDocumentSession session,
        CancellationToken cancellation)
    {
        if (product is null || command is { Counts: false, LeadTimeDays: null })
            return new(new Dictionary<Article, IEventStream<StockItem>>());
        return new(await ArticleStock.LockAsync(session,
            product.Variants.Select(x => new Article(product.Id, x.Id)).Append(product.Id), cancellation));
    }
}

public static class ReviseListingHandler
{
    public static async Task<(ListingAtWork, ListingFacts, TouchedStock)> LoadAsync(ReviseListing command,
        IDocumentSession session, MasterKey master, CancellationToken cancellation)
    {
        var change = command.Product;
        var listing = await ListingAtWork.Load(session, change.ProductId, change.ArtisanId, command.UnderGroup, cancellation);
        var product = listing.Product.Aggregate;
        if (command.Submit && product is not null)
            listing = listing with
            {
                Submission = await Submission.LoadAsync(product.ArtisanId, change.Category ?? product.Details.Category,
                    change.PhotoIds ?? product.Details.PhotoIds, session, master, cancellation),
            };
        return (listing, await ProductRevision.LoadAsync(change, product, session, master, cancellation),
            await TouchedStock.Lock(change, product, session, cancellation));
    }

    public static Refusal? Validate(ReviseListing command, ListingAtWork listing, ListingFacts facts, TouchedStock stock) =>
        command.Form is { } form ? listing.WhyNotKept(form) : WhyNot(command, listing, facts, stock);

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(ReviseListing command, ListingAtWork listing,
        ListingFacts facts, TouchedStock stock, DateTimeOffset now)
    {
        if (command.Form is { } form && WhyNot(command, listing, facts, stock) is var refused
            && (command.Unread || refused is not null)) return listing.Keep(form, refused, now);
        var revised = ProductRevision.Of(command.Product, listing.Product.Aggregate!, facts, now);
        return listing.Finish(revised.Product, revised.Events, StockOf(revised, stock), revised.Work, command.UnderGroup,
            command.Submit, command.Form, now);
    }

    private static Refusal? WhyNot(ReviseListing command, ListingAtWork listing, ListingFacts facts, TouchedStock stock) =>
        ProductRevision.WhyNotChanged(command.Product, listing.Product.Aggregate)
        ?? Refusals.Of([
            ProductRevision.Validate(command.Product, listing.Product.Aggregate!, facts),
            .. WhyNotCounted(command.Product, listing.Product.Aggregate!, stock),
            listing.WhyNotUnder(command.UnderGroup, command.Product.ArtisanId),
        ]);

    /// <summary>Why a count is refused, of the product or of one of its sizes and colours.</summary>
    private static IEnumerable<Refusal?> WhyNotCounted(ReviseProduct command, Product product, TouchedStock stock) =>
        from counted in command.CountsOf(product)
        let item = stock.Items.GetValueOrDefault(counted.Article)?.Aggregate
        where item is not null
        select product.LeadTimeDays is null
            ? CountStockHandler.Validate(new(product.Id, product.ArtisanId, counted.Count, counted.Article.VariantId), item)
            : CountStockHandler.Problem(counted.Count, item);

    private static IEnumerable<IMartenOp> StockOf(RevisedProduct revised, TouchedStock stock)
    {
        var product = revised.Product;
        foreach (var wanted in revised.Stock)
        {
            var counted = new ArticleCount(new(product.Id, wanted.VariantId), wanted.Count);
            yield return revised.Resupplied && stock.Items.GetValueOrDefault(counted.Article) is { } item
                ? ArticleStock.Choose(item, product.ArtisanId, counted, product.LeadTimeDays, product.Edition)
                : ArticleStock.Start(product.ArtisanId, counted, product.LeadTimeDays);
        }

        foreach (var wanted in revised.Recounted)
            if (stock.Items.GetValueOrDefault(new(product.Id, wanted.VariantId)) is { Aggregate: not null } item)
                yield return ArticleStock.Count(item, wanted.Count!.Value);
    }
}
