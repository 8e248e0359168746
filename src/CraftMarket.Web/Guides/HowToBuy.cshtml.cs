using CraftMarket.Ordering;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Guides;

/// <summary>From the first look to the goods in hand, step by step.</summary>
[AllowAnonymous]
public sealed class HowToBuyModel(IQuerySession session) : HousePage
{
    /// <summary>How long cash waits for its maker where little is left.</summary>
    public int ShortHoldHours { get; private set; }

    public async Task OnGetAsync() =>
        ShortHoldHours = (await HoldTerms.Read(session, HttpContext.RequestAborted)).ShortHoldHours;
}
