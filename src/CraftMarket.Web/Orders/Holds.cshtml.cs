using CraftMarket.Ordering;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Orders;

/// <summary>Orders that hold goods and are neither paid nor answered.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class HoldsModel(IQuerySession session) : HousePage
{
    public IReadOnlyList<HeldOrderRow> Orders { get; private set; } = [];

    public static string Goods(HeldOrderRow order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return string.Join(", ", order.Lines.Select(x => $"{x.Quantity} × {x.Title}"));
    }

    public async Task OnGetAsync() => Orders = await HeldOrders.Find(session, HttpContext.RequestAborted);
}
