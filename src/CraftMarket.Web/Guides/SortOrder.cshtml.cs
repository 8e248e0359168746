using CraftMarket.Catalogue;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Guides;

/// <summary>Tells everybody, makers above all, how the order of the window comes about.</summary>
[AllowAnonymous]
public sealed class SortOrderModel(ShopList list) : HousePage
{
    public int Makers { get; private set; }
    public int Goods { get; private set; }

    public async Task OnGetAsync()
    {
        var home = (await list.NowAsync(HttpContext.RequestAborted)).Greet();
        (Makers, Goods) = (home.MakersInAll, home.Total);
    }
}
