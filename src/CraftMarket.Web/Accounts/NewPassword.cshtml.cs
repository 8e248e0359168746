using CraftMarket.People.Accounts;
using CraftMarket.Web.Limits;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Accounts;

/// <summary>Where somebody with a one-time link chooses a new password.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NewPasswordModel(Resets resets) : HousePage
{
    public ResetCard? Card { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token)
    {
        await Peek(token);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, string? password, string? again)
    {
        await Peek(token);
        if (Card is null) return Again();
        if (await resets.UseAsync(token, password, again ?? "", Source.Of(HttpContext), HttpContext.RequestAborted)
            is Refusal refusal)
        {
            Show(refusal);
            return Again();
        }

        Notice("Kata sandi baru sudah disimpan. Silakan masuk.", "The new password is saved. Please sign in.");
        return LocalRedirect("/masuk");
    }

    private async Task Peek(string token)
    {
        var answer = await resets.PeekAsync(token, HttpContext.RequestAborted);
        Card = answer as ResetCard;
        if (answer is Refusal refusal) Show(refusal);
    }
}
