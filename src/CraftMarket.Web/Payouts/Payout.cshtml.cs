using CraftMarket.Payments;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Payouts;

/// <summary>One payout: sent with a reference, or come back.</summary>
[Authorize(Policy = Policies.Operator)]
public sealed class PayoutModel(Dispatch dispatch, IQuerySession session, IKeyStore keys) : HousePage
{
    public Payout Payout { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public string? Reference { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await Load(new(id)) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? step, string? reference)
    {
        Reference = reference;
        object command = step == "returned" ? new MarkPayoutReturned(new(id))
            : new MarkPayoutPaid(new(id), Typed.Text(reference) ?? "");
        var answer = await dispatch.Send(command);
        if (answer is Refusal { Kind: RefusalKind.Missing }) return NotFound();
        if (answer is Refusal refusal)
        {
            Show(refusal);
            return await Load(new(id)) ? Again() : NotFound();
        }

        Notice("Pencairan dicatat.", "The payout is recorded.");
        return LocalRedirect($"/operator/pencairan/{id}");
    }

    private async Task<bool> Load(PayoutId id)
    {
        if (await session.LoadAsync<Payout>(id, HttpContext.RequestAborted) is not { } payout) return false;
        Payout = payout;
        var names = await ArtisanNames.Of(session, keys, [payout.ArtisanId], HttpContext.RequestAborted);
        Name = names.GetValueOrDefault(payout.ArtisanId) ?? FieldWords.Erased.In(Lang);
        return true;
    }
}
