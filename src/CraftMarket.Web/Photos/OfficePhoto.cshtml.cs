using CraftMarket.Media;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Photos;

/// <summary>Shows a photo of the office's while a form around it is filled in.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class OfficePhotoModel(IQuerySession session) : HousePage
{
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await session.LoadAsync<Photo>(new PhotoId(id), HttpContext.RequestAborted) is not { } photo
            || photo.Owner != PhotoOwner.Office) return NotFound();
        Response.Headers.CacheControl = "no-store";
        return LocalRedirect(PhotoAddress.Of(photo));
    }
}
