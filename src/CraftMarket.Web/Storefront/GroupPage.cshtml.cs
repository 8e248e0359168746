using CraftMarket.Catalogue;
using CraftMarket.Web.Outside;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Storefront;

/// <summary>A group of artisans: banner, story, village, members, and what is sold under its brand.</summary>
[AllowAnonymous]
public sealed class GroupPageModel(IQuerySession session, PublicAddress outside) : HousePage
{
    public GroupFront Front { get; private set; } = null!;

    public string Address => outside.Of(Request, Found.In($"/kelompok/{Front.Group.Slug}", Lang));

    public Found Found => new($"/kelompok/{Front.Group.Slug}", Front.Group.Name,
        Front.Group.Brand.Tagline ?? Front.Group.Brand.StoryIn(Lang)
            ?? T("Kelompok perajin di CraftMarket.", "A group of makers at CraftMarket."))
    {
        Kind = "profile",
        Listed = Front.Goods.Count > 0,
        Picture = Front.Pictures is { } drawn ? FoundPicture.Card(drawn.Card, Front.Group.Name) : null,
        Data = [LinkedData.Maker(Address, Front.Group.Name, Front.Group.Brand.StoryIn(Lang), Front.Logo is [.., var logo]
            ? outside.Of(Request, logo.Url) : null,
            Regions.NameOf(Front.Group.Village))],
    };

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await session.GroupBySlug(slug, HttpContext.RequestAborted) is not { } front) return NotFound();
        Front = front;
        if (front.Group.Ended)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        if (front.Group.Slug == slug) return Page();
        // As of a shop: an earlier address leads on for ever, and is asked again each time because the name may come back.
        Response.Headers.CacheControl = "no-cache";
        return LocalRedirectPermanent($"/kelompok/{front.Group.Slug}{Request.QueryString}");
    }
}
