using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Web.Access;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Brands;

/// <summary>Sheets of labels, whole size, to print from the browser.</summary>
[Authorize(Policy = Policies.Artisan)]
public sealed class PrintLabelsModel(IQuerySession session) : LabelPage(session)
{
    public IReadOnlyList<IReadOnlyList<LabelView>> Sheets { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var labels = await Wanted();
        if (labels.Count == 0) return LocalRedirect(Nothing);
        var mark = await Session.MarkOf(User.ArtisanId(), HttpContext.RequestAborted);
        var views = labels.Distinct()
            .ToDictionary(x => x, x => new LabelView(x, Shape, x.Maker.LogoAddress, x.Maker.Seal is null ? null : mark));
        Sheets = [.. LabelGrid.Of(Shape).Sheets(labels).Select(sheet => sheet.Select(x => views[x]).ToList())];
        return Page();
    }
}
