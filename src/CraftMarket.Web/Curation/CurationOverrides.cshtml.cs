using CraftMarket.People.Accounts;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Curation;

/// <summary>What curators approved in spite of words about smoking: what, when, who and why.</summary>
[Authorize(Policy = Policies.CuratorOrStaff)]
internal sealed class CurationOverridesModel(IQuerySession session, IKeyStore keys, AccountBook accounts) : HousePage
{
    public IReadOnlyList<CurationApi.OverrideItem> Items { get; private set; } = [];
    public int Total { get; private set; }
    public int Shown { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "page")] int number = 1)
    {
        var found = await CurationApi.Overridden(session, keys, accounts, number, HttpContext.RequestAborted);
        (Items, Total, Shown) = (found.Items, found.Total, found.Page);
    }
}
