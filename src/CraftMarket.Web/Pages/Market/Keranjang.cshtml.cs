using CraftMarket.Ordering;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Pages.Market;

/// <summary>The cart: what the buyer wants, grouped by who makes it.</summary>
[AllowAnonymous]
public sealed class KeranjangModel(IQuerySession session) : HousePage
{
    public CartQuote Quote { get; private set; } = new([], []);

    public MakersAndPhotos Shown { get; private set; } = MakersAndPhotos.None;

    public async Task OnGetAsync()
    {
        var cart = Cart.Read(HttpContext);
        Quote = await cart.Quote(session, null, HttpContext.RequestAborted);
        foreach (var gone in Quote.Gone) cart = cart.With(gone, 0);
        if (Quote.Gone.Count > 0) cart.Write(HttpContext);
        Shown = await MakersAndPhotos.Of(session, Quote, HttpContext.RequestAborted);
    }

    /// <summary>Puts pieces in, on top of those already there.</summary>
    public IActionResult OnPostAdd(Guid productId, string? quantity)
    {
        var cart = Cart.Read(HttpContext);
        var product = new ProductId(productId);
        cart.With(product, cart.QuantityOf(product) + (Typed.Count(quantity) ?? 1)).Write(HttpContext);
        Notice("Sudah masuk keranjang.", "It is in your cart.");
        return LocalRedirect("/keranjang");
    }

    /// <summary>Sets how many pieces; none takes the product out.</summary>
    public IActionResult OnPostChange(Guid productId, string? quantity)
    {
        if (Typed.Count(quantity) is { } wanted) Cart.Read(HttpContext).With(new(productId), wanted).Write(HttpContext);
        return LocalRedirect("/keranjang");
    }
}
