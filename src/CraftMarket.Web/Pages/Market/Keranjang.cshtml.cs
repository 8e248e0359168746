using CraftMarket.Ordering;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Pages.Market;

/// <summary>The cart: what the buyer wants, grouped by who makes it.</summary>
[AllowAnonymous]
public sealed class KeranjangModel(IQuerySession session, TimeProvider clock) : HousePage
{
    public CartQuote Quote { get; private set; } = new([], []);

    public MakersAndPhotos Shown { get; private set; } = MakersAndPhotos.None;

    public async Task OnGetAsync()
    {
        var cart = Cart.Read(HttpContext);
        Quote = await cart.Quote(session, ShipTo.Read(HttpContext), clock.GetUtcNow(), HttpContext.RequestAborted);
        foreach (var gone in Quote.Gone) cart = cart.With(gone, 0);
        if (Quote.Gone.Count > 0) cart.Write(HttpContext);
        Shown = await MakersAndPhotos.Of(session, Quote, HttpContext.RequestAborted);
    }

    /// <summary>Puts pieces in, on top of those already there.</summary>
    public async Task<IActionResult> OnPostAddAsync(Guid productId, Guid? variantId, string? quantity)
    {
        var article = Wanted(productId, variantId);
        if (article.VariantId is null
            && await session.LoadAsync<Offer>(article.ProductId.Value, HttpContext.RequestAborted) is
            {
                OnSale: true,
                HasVariants: true
            } offer)
        {
            Notice("Pilih dulu ukuran atau warnanya.", "Choose a size or colour first.");
            return LocalRedirect($"/produk/{offer.Slug}#pilihan");
        }

        var cart = Cart.Read(HttpContext);
        if (Take(cart.With(article, (int)Math.Min(int.MaxValue, cart.QuantityOf(article) + (Typed.Count(quantity) ?? 1L)))))
            Notice("Sudah masuk keranjang.", "It is in your cart.");
        return LocalRedirect("/keranjang");
    }

    /// <summary>Sets how many pieces; none takes the product out.</summary>
    public IActionResult OnPostChange(Guid productId, Guid? variantId, string? quantity)
    {
        if (Typed.Count(quantity) is { } wanted) Take(Cart.Read(HttpContext).With(Wanted(productId, variantId), wanted));
        return LocalRedirect("/keranjang");
    }

    /// <summary>Keeps the cart unless it holds more than an order may; then it stays as it was and the next page says
    /// why.</summary>
    private bool Take(Cart cart)
    {
        var tooMuch = cart.Lines.Count == 0 ? null : WishLimits.Check([.. cart.Lines.Select(x => x.Wish)]);
        if (tooMuch is null) cart.Write(HttpContext);
        else Notice(tooMuch.Why.Indonesian, tooMuch.Why.English);
        return tooMuch is null;
    }

    private static Article Wanted(Guid productId, Guid? variantId) =>
        new(new(productId), variantId is { } id ? new VariantId(id) : null);
}
