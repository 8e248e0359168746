using CraftMarket.Catalogue;
using CraftMarket.People.Contact;
using CraftMarket.Web.Limits;
using CraftMarket.Web.Outside;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Storefront;

/// <summary>Hands a buyer over to the maker's WhatsApp. The number appears in no page and no address of ours, only in where it
/// leads.</summary>
/// <remarks>A form, so that no search engine follows it and gathers numbers. It changes nothing, so it needs no antiforgery
/// token.</remarks>
[AllowAnonymous, IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ContactMakerModel(IQuerySession session, ShopContacts contacts, PublicAddress outside,
    IServiceProvider services) : HousePage
{
    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public bool Reachable { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await session.CardOf(slug, HttpContext.RequestAborted) is not { Status: ProductCard.OnSale } card) return NotFound();
        (Slug, Name) = (card.Slug, card.Name);
        Reachable = await NumberOf(card) is not null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        var hasty = services.GetRequiredService<RequestLimits>().Refuse(HttpContext, Limited.Contacts);
        if (await session.CardOf(slug, HttpContext.RequestAborted) is not { Status: ProductCard.OnSale } card) return NotFound();
        if (hasty is not null)
        {
            (Slug, Name, Reachable) = (card.Slug, card.Name, true);
            return AgainBecause(hasty);
        }

        if (await NumberOf(card) is not { } number) return LocalRedirect($"/hubungi/{card.Slug}");
        var words = T($"Halo, saya tertarik dengan {card.Name}: ",
            $"Halo, saya tertarik dengan {card.Name} (Hello, I am interested in this): ")
            + outside.Of(Request, $"/produk/{card.Slug}");
        return Redirect(number.WhatsApp(words));
    }

    private Task<PhoneNumber?> NumberOf(ProductCard card) =>
        contacts.Of(session, new ArtisanId(card.Artisan.Id), HttpContext.RequestAborted);
}
