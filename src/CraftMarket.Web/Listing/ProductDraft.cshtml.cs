using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Listing;

/// <summary>Keeps the product form quietly while it is being filled in.</summary>
[Authorize(Policy = Policies.Artisan)]
public sealed class ProductDraftModel(Dispatch dispatch) : HousePage
{
    public IActionResult OnGet() => LocalRedirect("/perajin/produk/baru");

    public async Task<IActionResult> OnPostAsync(ProductForm form) => await dispatch.Send(form.Draft(User.ArtisanId())) switch
    {
        DraftSaved saved => new JsonResult(new { revision = saved.Revision, late = saved.Written is not null }),
        Refusal refusal => new JsonResult(new
        {
            code = refusal.Code,
            detail = refusal.Why.In(Lang),
            revision = refusal.Details.GetValueOrDefault("revision"),
            edition = refusal.Details.GetValueOrDefault("edition"),
        })
        {
            StatusCode = refusal.Kind switch { RefusalKind.Conflict => 409, RefusalKind.Missing => 404, _ => 422 },
        },
        var other => throw new InvalidOperationException($"A draft answered {other.GetType().Name}."),
    };

    public async Task<IActionResult> OnPostDiscardAsync(Guid productId)
    {
        if (await dispatch.Send(new CloseDraft(new(productId), User.ArtisanId())) is Refusal) return NotFound();
        Notice("Isian dihapus.", "Draft removed.");
        return LocalRedirect("/perajin/produk?tersimpan=produk-baru");
    }
}
