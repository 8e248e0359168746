using CraftMarket.Ordering;
using CraftMarket.Web.Orders;
using CraftMarket.Web.Pages;
using CraftMarket.Web.Shipping;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Carts;

/// <summary>The cart: what the buyer wants, grouped by who makes it.</summary>
[AllowAnonymous]
public sealed class CartPageModel(IQuerySession session, TimeProvider clock) : HousePage
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

        var wanted = Cart.Read(HttpContext).QuantityOf(article) + (Typed.Count(quantity) ?? 1L);
        if (Take(article, (int)Math.Min(int.MaxValue, wanted)))
            Notice("Sudah masuk keranjang.", "It is in your cart.");
        return LocalRedirect("/keranjang");
    }

    /// <summary>Sets how many pieces; none takes the product out.</summary>
    public IActionResult OnPostChange(Guid productId, Guid? variantId, string? quantity)
    {
        if (Typed.Count(quantity) is { } wanted) Take(Wanted(productId, variantId), wanted);
        return LocalRedirect("/keranjang");
    }

    /// <summary>Keeps so many pieces unless they are more than an order may hold; then the cart stays as it was and the next
    /// page says why.</summary>
    private bool Take(Article article, int quantity)
    {
        var before = Cart.Read(HttpContext);
        var cart = before.With(article, quantity);
        // Only what grows is looked at: an earlier cart may hold too much of something else, and must be able to get smaller.
        var tooMuch = quantity <= before.QuantityOf(article) ? null
            : WishLimits.Check([.. cart.Lines.Select(x => x.Wish with { Quantity = x.Article == article ? x.Quantity : 1 })]);
        if (tooMuch is null) cart.Write(HttpContext);
        else Notice(tooMuch.Why.Indonesian, tooMuch.Why.English);
        return tooMuch is null;
    }

    private static Article Wanted(Guid productId, Guid? variantId) =>
        new(new(productId), variantId is { } id ? new VariantId(id) : null);
}
