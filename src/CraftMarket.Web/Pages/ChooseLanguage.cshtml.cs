using CraftMarket.Web.Composition;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CraftMarket.Web.Pages;

/// <summary>Switches between Indonesian and English and goes back to where the reader was.</summary>
/// <remarks>No antiforgery token: the worst a forged switch does is another language, and the shop stays free of a
/// cookie.</remarks>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ChooseLanguageModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string? lang, string? next)
    {
        Language.Keep(Response, Request, lang == "en" ? "en" : "id");
        // An address that says another language would win over the switch.
        return LocalRedirect(Url.IsLocalUrl(next) ? Language.Without(next) : "/");
    }
}
