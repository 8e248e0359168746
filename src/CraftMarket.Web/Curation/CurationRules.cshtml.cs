using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Curation;

/// <summary>The figures that curation works by, and whom curators trust.</summary>
[Authorize(Policy = Policies.CuratorOrStaff)]
public sealed class CurationRulesModel(Dispatch dispatch, IQuerySession session) : HousePage
{
    [BindProperty] public string? OverdueDays { get; set; }
    [BindProperty] public string? ApprovedInARow { get; set; }
    [BindProperty] public bool NamedMakers { get; set; }
    [BindProperty] public string? PriceCeiling { get; set; }
    [BindProperty] public string? SampleOneIn { get; set; }

    public IReadOnlyList<Maker> Named { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var rules = await CurationRules.Load(session, HttpContext.RequestAborted);
        (OverdueDays, ApprovedInARow, NamedMakers) = ($"{rules.OverdueDays}", $"{rules.ApprovedInARow}", rules.NamedMakers);
        (PriceCeiling, SampleOneIn) = (rules.PriceCeiling.ToString()["Rp".Length..], $"{rules.SampleOneIn}");
        await Load();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var command = new ChangeCurationRules(Number("overdueDays", OverdueDays), Number("approvedInARow", ApprovedInARow),
            NamedMakers,
            Typed.Money(PriceCeiling) ?? new(Number("priceCeiling", PriceCeiling)), Number("sampleOneIn", SampleOneIn));
        if (ModelState.IsValid && await dispatch.Send(command) is Refusal refusal) Show(refusal);
        if (!ModelState.IsValid)
        {
            await Load();
            return Again();
        }

        Notice("Aturan tersimpan dan berlaku sekarang.", "The rules are saved and hold from now on.");
        return LocalRedirect("/kantor/kurasi/aturan");
    }

    private async Task Load() => Named = await session.TrustedMakers(HttpContext.RequestAborted);

    private int Number(string field, string? typed)
    {
        if (Typed.Count(typed) is { } number) return number;
        Wrong(field, "Tulis dengan angka, misalnya 3.", "Write a number, such as 3.");
        return 0;
    }
}
