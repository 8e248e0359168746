using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Curation;

/// <summary>The reasons that curators choose from: add, change, retire.</summary>
[Authorize(Policy = Policies.CuratorOrStaff)]
public sealed class ReasonsModel(Dispatch dispatch, IQuerySession session) : HousePage
{
    /// <summary>The reason to edit; none for a new one.</summary>
    [BindProperty(SupportsGet = true)] public string? Kode { get; set; }

    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? About { get; set; } = ReasonTemplate.Product;
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? NameEn { get; set; }
    [BindProperty] public string? Why { get; set; }
    [BindProperty] public string? WhyEn { get; set; }
    [BindProperty] public string? Advice { get; set; }
    [BindProperty] public string? AdviceEn { get; set; }

    public IReadOnlyList<ReasonTemplate> Known { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await Load();
        if (Known.FirstOrDefault(x => x.Id == Kode) is not { } reason) return;
        (Code, About, Name, NameEn) = (reason.Id, reason.About, reason.Name.Indonesian, reason.Name.English);
        (Why, WhyEn, Advice, AdviceEn) = (reason.Why.Indonesian, reason.Why.English, reason.Advice.Indonesian,
            reason.Advice.English);
    }

    public Task<IActionResult> OnPostAsync() =>
        Done(new KeepReasonTemplate(Code?.Trim() ?? "", About ?? "", Both(Name, NameEn), Both(Why, WhyEn),
        Both(Advice, AdviceEn)));

    public Task<IActionResult> OnPostRetireAsync(string code) => Done(new RetireReasonTemplate(code));

    private async Task<IActionResult> Done(object command)
    {
        if (await dispatch.Send(command) is Refusal refusal)
        {
            Show(refusal);
            await Load();
            return Again();
        }

        Notice("Tersimpan.", "Saved.");
        return LocalRedirect("/kantor/kurasi/alasan");
    }

    private async Task Load() => Known = [.. await session.Reasons(ReasonTemplate.Product, true, HttpContext.RequestAborted),
        .. await session.Reasons(ReasonTemplate.Review, true, HttpContext.RequestAborted)];

    private static Wording Both(string? indonesian, string? english) => new(indonesian?.Trim() ?? "", english?.Trim() ?? "");
}
