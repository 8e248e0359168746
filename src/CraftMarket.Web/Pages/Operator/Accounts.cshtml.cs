using CraftMarket.People.Accounts;
using CraftMarket.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Pages.Operator;

/// <summary>Where an operator helps somebody back in, or closes an account and says why.</summary>
[Authorize(Policy = Policies.Operator)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AccountsModel(Resets resets, Closing closing) : HousePage
{
    private const string Shown = "reset";

    public string? Link { get; private set; }
    public IReadOnlyList<ClosedAccount> Closed { get; private set; } = [];

    public Task OnGetAsync()
    {
        // Kept for one look, sealed in the reader's own browser: never in an address and never here.
        Link = TempData[Shown] as string;
        return Look();
    }

    public async Task<IActionResult> OnPostResetAsync(string? login, bool dropFactor)
    {
        var account = await resets.HolderOf(login, HttpContext.RequestAborted);
        var answer = await resets.MakeAsync(account, all: true, User.Account(), dropFactor, HttpContext.RequestAborted);
        if (answer is not ResetLink link) return await Again((Refusal)answer, "login");
        TempData[Shown] = Whole($"/sandi/{link.Token}");
        return LocalRedirect("/operator/akun");
    }

    public async Task<IActionResult> OnPostCloseAsync(string? closed, string? reason)
    {
        var account = await resets.HolderOf(closed, HttpContext.RequestAborted);
        if (await closing.CloseAsync(account, reason, User.Account(), HttpContext.RequestAborted) is Refusal refusal)
            return await Again(refusal, "closed");
        Notice("Akun sudah ditutup.", "The account is closed.");
        return LocalRedirect("/operator/akun");
    }

    private async Task<IActionResult> Again(Refusal refusal, string field)
    {
        if (refusal.Kind == RefusalKind.Missing)
            Wrong(field, "Tidak ada akun dengan nomor atau alamat ini.", "There is no account with this number or address.");
        else Show(refusal);
        await Look();
        return Again();
    }

    private async Task Look() => Closed = await closing.LatestAsync(20, HttpContext.RequestAborted);
}
