using CraftMarket.People.Accounts;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Accounts;

/// <summary>Where somebody changes their password and sees on which devices they are signed in.</summary>
[Authorize(Policy = Policies.SignedIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class OwnAccountModel(Sessions sessions, SecondFactors factors, OwnPassword password, AccountBook accounts,
    Credentials credentials) : HousePage
{
    /// <summary>In place of one session: all but this.</summary>
    public const string Others = "others";

    public IReadOnlyList<OwnSession> Sessions { get; private set; } = [];
    public SecondFactorState? Factor { get; private set; }
    public Guid Here => User.Session();

    public string NameOf(OwnSession session) => session.Device switch
    {
        "" => T("Perangkat tidak dikenal", "Unknown device"),
        DeviceWords.Program => T("Program (API)", "A program (API)"),
        var known => known,
    };

    public Task OnGetAsync() => Look();

    public async Task<IActionResult> OnPostPasswordAsync(string? current, [FromForm(Name = "new")] string? chosen, string? again,
        string? code)
    {
        if (await password.ChangeAsync(User.Account(), Here, current, code, chosen, again ?? "", HttpContext.RequestAborted)
            is Refusal no)
        {
            Show(no);
            await Look();
            return Again();
        }

        Notice("Kata sandi sudah diganti. Perangkat lain sudah dikeluarkan.",
            "The password is changed. Other devices are signed out.");
        return LocalRedirect("/akun");
    }

    public async Task<IActionResult> OnPostEndAsync(string? session, string? password)
    {
        var account = await accounts.Of(User.Account(), HttpContext.RequestAborted)
            ?? throw new InvalidOperationException("Somebody is signed in with an account that is not there.");
        if (await credentials.ProveAsync(account, password, HttpContext.RequestAborted) is Refusal wrong)
        {
            Show(wrong with { Field = "password" });
            await Look();
            return Again();
        }

        if (session == Others)
        {
            await sessions.EndOthersAsync(account.Id, Here, HttpContext.RequestAborted);
            Notice("Semua perangkat lain sudah dikeluarkan.", "All other devices are signed out.");
        }
        else if (Guid.TryParse(session, out var one))
        {
            await sessions.EndAsync(account.Id, one, HttpContext.RequestAborted);
            Notice("Perangkat itu sudah dikeluarkan.", "That device is signed out.");
        }

        return LocalRedirect("/akun");
    }

    private async Task Look()
    {
        Sessions = await sessions.OfAsync(User.Account(), HttpContext.RequestAborted);
        Factor = await factors.OfAsync(User.Account(), HttpContext.RequestAborted);
    }
}
