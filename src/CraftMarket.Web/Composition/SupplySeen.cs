using CraftMarket.Catalogue;
using Marten;

namespace CraftMarket.Web.Composition;

/// <summary>Holds the reply to an artisan who changed how much there is until the shop says so too: the window reads the stock a
/// moment after it is written.</summary>
public sealed class SupplySeen(IDocumentStore store)
{
    /// <summary>After this the reply goes out all the same; what it says is true, only not yet shown everywhere.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task IsKnown(ReviseProduct change, CancellationToken cancellation)
    {
        if (change is { Counts: false, LeadTimeDays: null }) return;
        await using var session = store.QuerySession();
        await session.QueryForNonStaleData<ArticleSupply>(Patience, NonStaleDataTimeoutMode.ReturnStaleData)
            .AnyAsync(x => x.ArticleId == change.ProductId.Value, cancellation);
    }
}
