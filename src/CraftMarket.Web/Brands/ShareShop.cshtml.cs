using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using CraftMarket.Web.Storefront;
using Marten;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Brands;

/// <summary>Something to share: a text with its link, and the pictures that go with it.</summary>
/// <param name="Wide">1200 × 630; null until it is drawn.</param>
/// <param name="Square">1080 × 1080; null until it is drawn.</param>
public sealed record Shareable(string Name, string Text, string? Wide, string? Square, string FileName)
{
    /// <summary>The product's own photo, while there is no picture drawn of it that may be shown.</summary>
    public Rendition? Photo { get; init; }
}

/// <summary>The shop and each product on sale, ready to be sent by WhatsApp.</summary>
[Authorize(Policy = Policies.Artisan)]
public sealed class ShareShopModel(IQuerySession session) : HousePage
{
    public IReadOnlyList<Shareable> Things { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var (me, stop) = (User.ArtisanId(), HttpContext.RequestAborted);
        var shop = await session.ShopOf(me, stop);
        var goods = (await session.ProductsOf(me, stop)).Where(x => x.Status == ProductStatus.Published).ToList();
        var pictures = await session.SharePicturesOf(me, goods, stop);
        Things = [.. shop is null ? [] : new[] { OfShop(shop) }, .. goods.Select(x => OfProduct(x, pictures[x.Id]))];
    }

    private Shareable OfShop(ShopFront shop) => new(T("Toko saya", "My shop"),
        $"*{shop.Brand.Name}*\n{shop.Brand.Tagline ?? T("Kerajinan buatan tangan", "Made by hand")}\n"
        + Address($"perajin/{shop.Brand.Slug}"),
        shop.Pictures?.Card, shop.Pictures?.Square, $"toko-{shop.Brand.Slug}");

    private Shareable OfProduct(Product product, SharePictures pictures) => new(product.Details.Name,
        $"*{product.Details.Name}*, {PriceWords.PriceIn(product, T)}\n{T("Buatan", "Made by")} "
        + $"{product.MakerName}{(product.Village is { } village ? $", {Regions.NameOf(village)}" : "")}\n"
        + Address($"produk/{product.Slug}"), pictures.Wide, pictures.Square, product.Slug)
    {
        Photo = pictures.Wide is null && product.Pictures is [var first, ..] ? first.Renditions[^1] : null,
    };

    private string Address(string path) => Whole($"/{path}");
}
