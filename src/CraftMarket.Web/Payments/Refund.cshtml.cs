using CraftMarket.Payments;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Payments;

/// <summary>Money that the office sends back to a buyer by bank: recorded with the bank's reference.</summary>
[Authorize(Policy = Policies.Operator)]
public sealed class RefundModel(Dispatch dispatch, IQuerySession session, TimeProvider clock) : HousePage
{
    public RefundItem Refund { get; private set; } = null!;
    public string? Reference { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await Load(new(id)) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? reference)
    {
        Reference = reference;
        var answer = await dispatch.Send(new MarkRefundSent(new(id), Typed.Text(reference) ?? ""));
        if (answer is Refusal { Kind: RefusalKind.Missing }) return NotFound();
        if (answer is Refusal refusal)
        {
            Show(refusal);
            return await Load(new(id)) ? Again() : NotFound();
        }

        Notice("Pengembalian dicatat.", "The refund is recorded.");
        return LocalRedirect("/operator");
    }

    private async Task<bool> Load(RefundId id)
    {
        if (await ListRefunds.One(session, id, clock.GetUtcNow(), HttpContext.RequestAborted) is not { } refund) return false;
        Refund = refund;
        return true;
    }
}
