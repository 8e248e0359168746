using CraftMarket.Ordering;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Orders;

/// <summary>Ends an order that holds goods which nobody pays or answers for.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class HoldModel(Dispatch dispatch, IQuerySession session) : HousePage
{
    [BindProperty]
    public string? Reason { get; set; }

    public HeldOrderRow Order { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id) => await Load(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await dispatch.Send(new FreeHold(new(id), Typed.Text(Reason) ?? "")) is not Refusal refusal)
            Notice("Pesanan itu diakhiri dan barangnya bisa dibeli lagi.", "The order is ended and its goods are on sale again.");
        else if (refusal.Kind == RefusalKind.Missing) return NotFound();
        else if (await Load(id))
        {
            Show(refusal);
            return Again();
        }
        else Notice(refusal.Why.Indonesian, refusal.Why.English);

        return LocalRedirect("/kantor/tahanan");
    }

    private async Task<bool> Load(Guid id)
    {
        if (await HeldOrders.One(session, new(id), HttpContext.RequestAborted) is not { } order) return false;
        Order = order;
        return true;
    }
}
