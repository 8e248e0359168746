using Marten;

namespace CraftMarket.Catalogue;

/// <summary>Forms that an artisan has begun and not finished.</summary>
public static class OpenDrafts
{
    /// <summary>Products not written down yet, the one last worked on first.</summary>
    public static async Task<IReadOnlyList<ProductDraft>> NewProductDraftsOf(this IQuerySession session, ArtisanId artisan,
        CancellationToken cancellation)
    {
        var drafts = await session.Query<ProductDraft>().Where(x => x.ArtisanId == artisan && x.Open && x.Edition == null)
            .OrderByDescending(x => x.SavedAt).Take(20).ToListAsync(cancellation);
        var products = (await session.CardsBy(drafts.Select(x => x.Id), cancellation)).Select(x => x.Id).ToHashSet();
        return [.. drafts.Where(x => !products.Contains(x.Id.Value))];
    }

    /// <summary>The draft of one product; null when there is none or it is another artisan's.</summary>
    public static async Task<ProductDraft?> DraftOf(this IQuerySession session, ProductId product, ArtisanId artisan,
        CancellationToken cancellation) =>
        await session.LoadAsync<ProductDraft>(product.Value, cancellation) is { } draft && draft.ArtisanId == artisan ? draft
            : null;
}
