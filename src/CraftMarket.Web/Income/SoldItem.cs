using CraftMarket.Catalogue;
using Marten;

namespace CraftMarket.Web.Income;

/// <summary>What was sold outside the shop is one of the artisan's own products, or it is not named.</summary>
internal static class SoldItem
{
    private static readonly Refusal Unknown = Refusal.Invalid("unknown_product",
        "Barang ini tidak ada di antara barang perajinnya. Pilih dari daftar.",
        "This is not among the artisan's products. Choose from the list.", "productId");

    /// <summary>Null when it may be named, or nothing is.</summary>
    public static async Task<Refusal?> Problem(IQuerySession session, ProductId? named, ArtisanId artisan,
        CancellationToken cancellation)
    {
        if (named is not { } id) return null;
        var product = await session.LoadAsync<Product>(id.Value, cancellation);
        return product?.ArtisanId == artisan ? null : Unknown;
    }
}
