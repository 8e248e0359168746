using CraftMarket.Catalogue;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Storefront;

/// <summary>The goods that a visitor put a heart on; and the hearts themselves.</summary>
/// <remarks>No antiforgery token, for the shop stays free of that cookie: a forged heart is only one more or less, and what comes
/// from another site is left alone.</remarks>
[AllowAnonymous, IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class FavouritesPageModel(IQuerySession session) : HousePage
{
    public IReadOnlyList<ProductCard> Goods { get; private set; } = [];

    /// <summary>How many of them rest: paused by their maker, or with the curator. They come back by themselves.</summary>
    public int Resting { get; private set; }

    /// <summary>How many of them are in the shop no more.</summary>
    public int Gone { get; private set; }

    public async Task OnGetAsync()
    {
        var kept = Favourites.Read(HttpContext);
        Goods = await session.CardsOnSale(kept.Products, HttpContext.RequestAborted);
        if (Goods.Count == kept.Products.Count) return;
        var known = (await session.CardsBy(kept.Products, HttpContext.RequestAborted)).Select(x => x.Id).ToHashSet();
        (Resting, Gone) = (known.Count - Goods.Count, kept.Products.Count - known.Count);
        // Said once; after that they make room.
        if (Gone > 0) new Favourites([.. kept.Products.Where(x => known.Contains(x.Value))]).Write(HttpContext);
    }

    /// <summary>Says what shall be, so that a second tap on a slow line changes nothing.</summary>
    public async Task<IActionResult> OnPostAsync(Guid? add, Guid? remove, string? next)
    {
        var kept = Favourites.Read(HttpContext);
        if (Request.Headers["Sec-Fetch-Site"] == "cross-site") return Back(next);
        var inPlace = Request.Headers.Accept == "application/json";
        var isNew = add is { } liked && !kept.Has(liked);
        if (isNew && kept.IsFull) kept = await WithRoom(kept);
        if (isNew && kept.IsFull)
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

    /// <summary>What is not on sale has no heart to take it out with: the oldest of that goes when a new one comes.</summary>
    private async Task<Favourites> WithRoom(Favourites full)
    {
        var onSale = await session.CardsOnSale(full.Products, HttpContext.RequestAborted);
        var others = full.Products.Where(x => onSale.All(card => card.Id != x.Value)).ToList();
        return others.Count == 0 ? full : full.Without(others[^1]);
    }

    private LocalRedirectResult Back(string? next) => LocalRedirect(Url.IsLocalUrl(next) ? next : "/favorit");
}
