using CraftMarket.Catalogue;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Pages.Market;

/// <summary>A village: what is its own, who makes things there, what they sell, how to get there.</summary>
[AllowAnonymous]
public sealed class DesaModel(IQuerySession session) : HousePage
{
    public const int MostMakers = 24;
    private const int MostGoods = 12;

    public VillagePage Village { get; private set; } = null!;

    public IReadOnlyList<ProductCard> Goods { get; private set; } = [];

    /// <summary>All products in the window, of which <see cref="Goods"/> are the newest.</summary>
    public int Products => Village.Makers.Sum(x => x.Products);

    /// <summary>District and regency, as far as they are known.</summary>
    public string Where => string.Join(", ", new[] { Village.Region.Code.Parent, Village.Region.Code.Regency }
        .Select(Regions.Find).OfType<Region>().Select(x => x.Name));

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await session.VillageBySlug(slug, HttpContext.RequestAborted) is not { } village) return NotFound();
        Village = village;
        Goods = [.. (await session.CardsFrom(village.Region.Code, HttpContext.RequestAborted)).Take(MostGoods)];
        return Page();
    }
}
