using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using Marten;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Pages.Artisan;

/// <summary>Something to share: a text with its link, and the pictures that go with it.</summary>
/// <param name="Wide">1200 × 630; null until it is drawn.</param>
/// <param name="Square">1080 × 1080; null until it is drawn.</param>
public sealed record Shareable(string Name, string Text, string? Wide, string? Square, string FileName);

/// <summary>The shop and each product on sale, ready to be sent by WhatsApp.</summary>
[Authorize(Policy = Policies.Artisan)]
public sealed class BagikanModel(IQuerySession session) : HousePage
{
    public IReadOnlyList<Shareable> Things { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var (me, stop) = (User.ArtisanId(), HttpContext.RequestAborted);
        var shop = await session.ShopOf(me, stop);
        var goods = (await session.ProductsOf(me, stop)).Where(x => x.Status == ProductStatus.Published);
        Things = [.. shop is null ? [] : new[] { OfShop(shop) }, .. goods.Select(OfProduct)];
    }

    private Shareable OfShop(ShopFront shop) => new(T("Toko saya", "My shop"),
        $"*{shop.Brand.Name}*\n{shop.Brand.Tagline ?? T("Kerajinan buatan tangan", "Made by hand")}\n{Address($"perajin/{shop.Brand.Slug}")}",
        shop.Pictures?.Card, shop.Pictures?.Square, $"toko-{shop.Brand.Slug}");

    private Shareable OfProduct(Product product) => new(product.Details.Name,
        $"*{product.Details.Name}*, {Market.PriceWords.PriceIn(product, T)}\n{T("Buatan", "Made by")} {product.MakerName}{(product.Village is { } village ? $", {Regions.NameOf(village)}" : "")}\n"
        + Address($"produk/{product.Slug}"), product.ShareCard, product.ShareSquare, product.Slug);

    private string Address(string path) => Whole($"/{path}");
}
