using CraftMarket.Catalogue;
using CraftMarket.Web.Outside;
using CraftMarket.Web.Pages;
using CraftMarket.Web.Storefront.Slices;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Storefront;

/// <summary>A maker's own shop: banner, story, goods, village.</summary>
[AllowAnonymous]
public sealed class ShopPageModel(IQuerySession session, PublicAddress outside) : HousePage
{
    public ShopFront Shop { get; private set; } = null!;

    public Brand Brand => Shop.Brand;

    public string Address => outside.Of(Request, Found.In($"/perajin/{Brand.Slug}", Lang));

    public Found Found =>
        new($"/perajin/{Brand.Slug}", Brand.Name, Brand.Tagline ?? Brand.StoryIn(Lang)
        ?? T("Toko perajin di CraftMarket.", "A maker's shop at CraftMarket."))
        {
            Kind = "profile",
            // A maker who took everything out asked not to be found; the page stays for who has its address.
            Listed = Shop.Goods.Count > 0,
            Picture = Shop.Pictures is { } drawn ? FoundPicture.Card(drawn.Card, Brand.Name) : null,
            Data = [LinkedData.Maker(Address, Brand.Name, Brand.StoryIn(Lang), Brand.Logo is [.., var logo]
            ? outside.Of(Request, logo.Url) : null,
            Brand.Village is { } village ? Regions.NameOf(village) : null)],
        };

    public string ShareText => $"{Brand.Name}{(Brand.Tagline is { } tagline ? $": {tagline}" : "")} {Address}";

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await session.ShopBySlug(slug, HttpContext.RequestAborted) is not { } shop) return NotFound();
        Shop = shop;
        if (Brand.Closed || Brand.Paused)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Slice(ShopShut.Create(this));
        }

        // An address from before the brand was renamed, on a card or in a chat, leads on for ever.
        if (shop.Brand.Slug != slug)
        {
            // Asked again each time: a brand may take its earlier name back, and two kept redirects would send a browser round
            // for ever.
            Response.Headers.CacheControl = "no-cache";
            return LocalRedirectPermanent($"/perajin/{shop.Brand.Slug}{Request.QueryString}");
        }

        return Slice(ShopView.Create(this));
    }
}
