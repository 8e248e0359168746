using CraftMarket.Catalogue;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Pages.Market;

/// <summary>A village: what is its own, who makes things there, what they sell.</summary>
[AllowAnonymous]
public sealed class DesaModel(IQuerySession session) : HousePage
{
    public VillagePage Village { get; private set; } = null!;

    public IReadOnlyList<ProductCard> Goods { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await session.VillageBySlug(slug, HttpContext.RequestAborted) is not { } village) return NotFound();
        Village = village;
        Goods = await session.CardsFrom(village.Village.Code, HttpContext.RequestAborted);
        return Page();
    }
}
