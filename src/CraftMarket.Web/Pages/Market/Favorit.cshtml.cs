using CraftMarket.Catalogue;
using CraftMarket.Web.Composition;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Pages.Market;

/// <summary>The goods that a visitor put a heart on; and the hearts themselves.</summary>
/// <remarks>No antiforgery token, for the shop stays free of that cookie: a forged heart is only one more or less, and what comes
/// from another site is left alone.</remarks>
[AllowAnonymous, IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class FavoritModel(IQuerySession session) : HousePage
{
    public IReadOnlyList<ProductCard> Goods { get; private set; } = [];

    /// <summary>How many of them are on sale no more.</summary>
    public int Gone { get; private set; }

    public async Task OnGetAsync()
    {
        var kept = Favourites.Read(HttpContext);
        Goods = await session.CardsOnSale(kept.Products, HttpContext.RequestAborted);
        Gone = kept.Products.Count - Goods.Count;
        // Said once; after that they make room.
        if (Gone > 0) new Favourites([.. kept.Products.Where(x => Goods.Any(y => y.Id == x.Value))]).Write(HttpContext);
    }

    /// <summary>Says what shall be, so that a second tap on a slow line changes nothing.</summary>
    public IActionResult OnPost(Guid? add, Guid? remove, string? next)
    {
        var kept = Favourites.Read(HttpContext);
        if (Request.Headers["Sec-Fetch-Site"] == "cross-site") return Back(next);
        var inPlace = Request.Headers.Accept == "application/json";
        if (add is { } liked && kept.IsFull && !kept.Has(liked))
        {
            if (inPlace) return StatusCode(StatusCodes.Status409Conflict);
            Notice($"Favorit sudah penuh: paling banyak {Favourites.Most} barang. Hapus satu dulu.",
                $"Your favourites are full: at most {Favourites.Most} products. Take one out first.");
            return Back(next);
        }

        if (add is { } more) kept = kept.With(new(more));
        if (remove is { } less) kept = kept.Without(new(less));
        kept.Write(HttpContext);
        if (inPlace) return new JsonResult(new { count = kept.Products.Count });
        if (add is not null) Notice("Sudah disimpan di Favorit.", "It is among your favourites.");
        else Notice("Sudah dihapus dari Favorit.", "It is no longer among your favourites.");
        return Back(next);
    }

    private LocalRedirectResult Back(string? next) => LocalRedirect(Url.IsLocalUrl(next) ? next : "/favorit");
}
