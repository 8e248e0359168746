using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Curation;

/// <summary>The products that wait for a curator, with how long they have waited.</summary>
[Authorize(Policy = Policies.Curator)]
public sealed class CurationQueueModel(IQuerySession session, TimeProvider clock) : HousePage
{
    public WaitingPage Waiting { get; private set; } = new([], 0, 0, 1);

    public CurationRules Rules { get; private set; } = CurationRules.Initial;

    public static string? Small(Product product) =>
        product.Pictures is not [var first, ..] ? null : first.Renditions.Where(x => x.Width >= 320).MinBy(x => x.Width)?.Url;

    public bool IsOverdue(WaitingProduct waiting) => waiting.IsOverdue(Rules, clock.GetUtcNow());

    public string Age(WaitingProduct waiting) => waiting.DaysWaiting(clock.GetUtcNow()) is > 0 and var days
        ? T($"Menunggu {days} hari", days == 1 ? "Waiting for 1 day" : $"Waiting for {days} days")
        : T("Masuk hari ini", "Came in today");

    public async Task OnGetAsync([FromQuery(Name = "page")] int number = 1)
    {
        Rules = await CurationRules.Load(session, HttpContext.RequestAborted);
        Waiting = await session.WaitingForCurator(number, Rules, clock.GetUtcNow(), HttpContext.RequestAborted);
    }
}
