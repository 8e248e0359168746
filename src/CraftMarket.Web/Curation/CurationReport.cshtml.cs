using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Curation;

/// <summary>How many days decisions take, and why goods go back.</summary>
[Authorize(Policy = Policies.CuratorOrStaff)]
public sealed class CurationReportModel(IQuerySession session, TimeProvider clock) : HousePage
{
    private IReadOnlyList<ReasonTemplate> _reasons = [];

    public CurationReport Report { get; private set; } = null!;

    public string NameOf(string code) => _reasons.FirstOrDefault(x => x.Id == code)?.Name.In(Lang) ?? code;

    public async Task OnGetAsync()
    {
        Report = await CurationReport.Run(session, clock.GetUtcNow(), HttpContext.RequestAborted);
        _reasons = await session.Reasons(ReasonTemplate.Product, true, HttpContext.RequestAborted);
    }
}
