using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Marks;

/// <summary>The mark of the artisan's village: its rules, asking for it, the office's answer.</summary>
[Authorize(Policy = Policies.Artisan)]
public sealed class ApplyForMarkModel(IQuerySession session, Dispatch dispatch) : HousePage
{
    public VillageMark? Mark { get; private set; }
    public MarkRules? Rules { get; private set; }
    public MarkUse? Use { get; private set; }

    public Task OnGetAsync() => Load();

    public async Task<IActionResult> OnPostAsync(int? rules)
    {
        if (await dispatch.Send(new AskForMark(User.ArtisanId(), rules)) is Refusal refusal)
        {
            Show(refusal);
            await Load();
            return Again();
        }

        Notice("Permohonan terkirim. Kantor akan menjawab di halaman ini.",
            "Your application is in. The office will answer on this page.");
        return LocalRedirect("/perajin/tanda");
    }

    private async Task Load()
    {
        var (me, stop) = (User.ArtisanId(), HttpContext.RequestAborted);
        Use = await session.LoadAsync<MarkUse>(MarkUseId.Of(me), stop);
        if (await session.HomeOf(me, stop) is not { } village) return;
        (Mark, Rules) = (await session.MarkOf(village, stop), village.Rules);
    }
}
