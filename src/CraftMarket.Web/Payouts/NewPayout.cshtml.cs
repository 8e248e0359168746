using CraftMarket.Payments;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Payouts;

/// <summary>Takes money out of an artisan's balance to send it by bank.</summary>
[Authorize(Policy = Policies.Operator)]
public sealed class NewPayoutModel(Dispatch dispatch, IQuerySession session, IKeyStore keys, FormIds ids) : HousePage
{
    [BindProperty]
    public FormId<PayoutId> Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Artisan { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    public string Name { get; private set; } = "";
    public Rupiah Balance { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Load()) return NotFound();
        Id = ids.New<PayoutId>();
        Amount = Balance.ToString()["Rp".Length..];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Load()) return NotFound();
        if (await dispatch.Send(new AskPayout(Id.Id, new(Artisan), Typed.Money(Amount) ?? Rupiah.Zero)) is Refusal refusal)
        {
            Show(refusal);
            return Again();
        }

        Notice("Pencairan disiapkan. Kirim uangnya, lalu catat referensinya.",
            "The payout is prepared. Send the money, then record its reference.");
        return LocalRedirect($"/operator/pencairan/{Id.Id.Value}");
    }

    private async Task<bool> Load()
    {
        var artisan = new ArtisanId(Artisan);
        if (!(await ArtisanNames.Of(session, keys, [artisan], HttpContext.RequestAborted)).TryGetValue(artisan, out var name))
            return false;
        Name = name;
        Balance = (await Earnings.Of(session, artisan, null, HttpContext.RequestAborted)).Balance;
        return true;
    }
}
