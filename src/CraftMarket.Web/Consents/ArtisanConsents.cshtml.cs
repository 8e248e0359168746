using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Consents;

/// <summary>What an artisan agrees to; an answer counts at once.</summary>
[Authorize(Policy = Policies.Artisan)]
public sealed class ArtisanConsentsModel(Dispatch dispatch, IQuerySession session) : HousePage
{
    public IReadOnlyList<AskedConsent> Asked { get; private set; } = [];

    public async Task OnGetAsync() =>
        Asked = AskedConsent.Of(await ConsentsApi.Register(session, User.PersonId(), HttpContext.RequestAborted),
        await session.TrainingOf(User.PersonId(), HttpContext.RequestAborted));

    public async Task<IActionResult> OnPostAsync(string? purpose, bool? given)
    {
        if (await ConsentsApi.Change(dispatch, User.PersonId(), purpose
            ?? "", given) is Refusal refusal)
        {
            Show(refusal);
            await OnGetAsync();
            return Again();
        }

        Notice("Jawaban Anda tersimpan dan langsung berlaku.", "Your answer is saved and counts at once.");
        return LocalRedirect("/perajin/persetujuan");
    }
}
