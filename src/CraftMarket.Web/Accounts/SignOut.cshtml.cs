using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Accounts;

/// <summary>Signs out and goes back to the shop.</summary>
[AllowAnonymous]
public sealed class SignOutModel(SignInFlow signIn) : HousePage
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOut(HttpContext);
        TempData[SignedOutKey] = "yes";
        Notice("Anda sudah keluar.", "You are signed out.");
        return LocalRedirect("/");
    }
}
