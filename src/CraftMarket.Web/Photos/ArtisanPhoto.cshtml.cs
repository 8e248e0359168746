using CraftMarket.Media;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Photos;

/// <summary>Takes one photo in while the form around it is still being filled, and shows it to its owner.</summary>
[Authorize(Policy = Policies.Artisan)]
[RequestSizeLimit(PhotoIntake.MaxBytes + 65_536)]
public sealed class ArtisanPhotoModel(IServiceProvider services, IQuerySession session) : HousePage
{
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await session.LoadAsync<Photo>(new PhotoId(id), HttpContext.RequestAborted) is not { } photo
            || photo.Owner != User.ArtisanId()) return NotFound();
        Response.Headers.CacheControl = "no-store";
        return LocalRedirect(PhotoAddress.Of(photo));
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        if (file is null) return BadRequest();
        await using var bytes = file.OpenReadStream();
        return await services.GetRequiredService<PhotoUpload>()
            .ReceiveAsync(bytes, User.ArtisanId(), null, HttpContext.RequestAborted) switch
        {
            PhotoTaken taken => new JsonResult(new { id = taken.PhotoId.Value }),
            Refusal refusal => new JsonResult(new { code = refusal.Code, detail = refusal.Why.In(Lang) }),
            var other => throw new InvalidOperationException($"An upload answered {other.GetType().Name}."),
        };
    }
}
