using CraftMarket.Catalogue;
using CraftMarket.Web.Listing;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Storefront;

/// <summary>A village: what is its own, who makes things there, what they sell, how to get there.</summary>
[AllowAnonymous]
public sealed class VillagePageModel(IQuerySession session, ShopList shop) : HousePage
{
    public const int MostMakers = 24;
    private const int MostGoods = 12;

    public VillagePage Village { get; private set; } = null!;

    public IReadOnlyList<ProductCard> Goods { get; private set; } = [];

    /// <summary>All products in the window, of which <see cref="Goods"/> are the first, the makers in turn.</summary>
    public int Products => Village.Makers.Sum(x => x.Products);

    /// <summary>District and regency, as far as they are known.</summary>
    public string Where => string.Join(", ", new[] { Village.Region.Code.Parent, Village.Region.Code.Regency }
        .Select(Regions.Find).OfType<Region>().Select(x => x.Name));

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        // A village that nobody opened and that sells nothing has nothing to tell.
        if (await session.VillageBySlug(slug, HttpContext.RequestAborted) is not { } village
            || village is { Village: null, Makers.Count: 0 }) return NotFound();
        Village = village;
        Goods = [.. (await shop.OfVillage(village.Region.Code, HttpContext.RequestAborted)).Cards().Take(MostGoods)];
        return Page();
    }
}
