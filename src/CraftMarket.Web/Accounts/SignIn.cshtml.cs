using CraftMarket.People.Accounts;
using CraftMarket.Web.Access;
using CraftMarket.Web.Limits;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Accounts;

/// <summary>Where artisans, companions and the office sign in, each to their own first page.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignInFlow signIn, IServiceProvider services) : HousePage
{
    [BindProperty(SupportsGet = true)]
    public string? Login { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kembali { get; set; }

    /// <summary>Says that the password was right a moment ago; then the form asks for the code.</summary>
    [BindProperty]
    public string? Step { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? password, string? code)
    {
        if (services.GetRequiredService<RequestLimits>().Refuse(HttpContext, Limited.SignIns) is { } hasty)
            return AgainBecause(hasty);
        switch (Step is null ? await signIn.SignIn(HttpContext, Login, password)
            : await signIn.SignInByCode(HttpContext, Step, code))
        {
            case Admitted admitted:
                return LocalRedirect(Url.IsLocalUrl(Kembali) ? Kembali : HomeOf(admitted.Roles));
            case CodeStep step:
                Step = step.Ticket;
                return Page();
            case Refusal { Code: "wrong_code" } wrong:
                Show(wrong);
                return Again();
            case Refusal refusal:
                Step = null;
                return AgainBecause(refusal);
            case var other:
                throw new InvalidOperationException($"Sign-in answered {other.GetType().Name}.");
        }
    }

    private static string HomeOf(IReadOnlyList<string> roles) => roles switch
    {
        _ when roles.Contains(Roles.Artisan) => "/perajin",
        _ when roles.Contains(Roles.Companion) => "/pendamping",
        _ when roles.Contains(Roles.Staff) => "/kantor",
        _ when roles.Contains(Roles.Curator) => "/kantor/kurasi",
        _ when roles.Contains(Roles.Operator) => "/operator",
        _ => "/",
    };
}
