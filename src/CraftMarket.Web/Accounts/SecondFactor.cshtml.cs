using System.Security.Cryptography;
using CraftMarket.Media;
using CraftMarket.People.Accounts;
using CraftMarket.Web.Access;
using CraftMarket.Web.Operating;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Accounts;

/// <summary>Sets up the code of an authenticator app, shows the recovery codes once, and takes both away.</summary>
[Authorize(Policy = Policies.SignedIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SecondFactorModel(AccountBook accounts, SecondFactors factors, Credentials credentials, SecondFactorRule rule,
    IDataProtectionProvider protection) : HousePage
{
    private const string Shown = "codes";

    private readonly IDataProtector _protector = protection.CreateProtector("CraftMarket.PreparedSecret");
    private string _secret = "";

    /// <summary>The secret that the picture shows, sealed: it is kept nowhere until the app has shown a right code.</summary>
    [BindProperty]
    public string? Prepared { get; set; }

    public SecondFactorState? State { get; private set; }
    public IReadOnlyList<string>? Codes { get; private set; }
    public QrSquare? Qr { get; private set; }

    /// <summary>The secret in fours, for who types it.</summary>
    public string Spaced => string.Join(' ', _secret.Chunk(4).Select(x => new string(x)));

    public bool IsAsked => rule.Asked && OfficeAccounts.Roles.Any(User.IsInRole);

    public async Task OnGetAsync()
    {
        // Kept for one look, sealed in the reader's own browser: never in an address and never here.
        if (TempData[Shown] is string[] codes) Codes = codes;
        else await Look();
    }

    public async Task<IActionResult> OnPostOnAsync(string? code, string? password)
    {
        var (account, secret) = (await Own(), Open(Prepared));
        if (secret is null || await factors.OfAsync(account.Id, HttpContext.RequestAborted) is not null)
            return LocalRedirect(SessionCheck.SetUpPage);
        return await credentials.ProveAsync(account, password, HttpContext.RequestAborted) is Refusal wrong
            ? await Again(wrong with { Field = "password" })
            : await Tell(await factors.TurnOnAsync(account, User.Session(), secret, code, HttpContext.RequestAborted));
    }

    public async Task<IActionResult> OnPostCodesAsync(string? password, string? code)
    {
        var account = await Own();
        return await credentials.ProveBothAsync(account, password, code, HttpContext.RequestAborted) is Refusal wrong
            ? await Again(wrong with { Field = wrong.Field ?? "password" })
            : await Tell(await factors.RenewAsync(account.Id, HttpContext.RequestAborted));
    }

    public async Task<IActionResult> OnPostOffAsync(string? offPassword, string? offCode)
    {
        var account = await Own();
        if (await credentials.ProveBothAsync(account, offPassword, offCode, HttpContext.RequestAborted) is Refusal wrong)
            return await Again(wrong with { Field = wrong.Field is null ? "offPassword" : "offCode" });
        if (await factors.TurnOffAsync(account, User.Session(), HttpContext.RequestAborted) is Refusal refusal)
            return await Again(refusal);
        Notice("Pengaman kedua sudah dimatikan.", "The second factor is off.");
        return LocalRedirect("/akun");
    }

    private async Task<IActionResult> Tell(Answer answer)
    {
        if (answer is Refusal refusal) return await Again(refusal);
        TempData[Shown] = ((RecoveryCodes)answer).Codes.ToArray();
        return LocalRedirect(SessionCheck.SetUpPage);
    }

    private async Task<IActionResult> Again(Refusal refusal)
    {
        Show(refusal);
        await Look();
        return Again();
    }

    private async Task Look()
    {
        State = await factors.OfAsync(User.Account(), HttpContext.RequestAborted);
        if (State is not null) return;
        _secret = Open(Prepared) ?? SecondFactors.NewSecret();
        ModelState.Remove(nameof(Prepared));
        Prepared = _protector.Protect(_secret);
        Qr = QrSquare.Of(SecondFactors.AddressOf(_secret, (await Own()).ToLogin()?.Hint ?? "CraftMarket"));
    }

    private async Task<Account> Own() => await accounts.Of(User.Account(), HttpContext.RequestAborted)
        ?? throw new InvalidOperationException("Somebody is signed in with an account that is not there.");

    private string? Open(string? prepared)
    {
        try
        {
            return prepared is null ? null : _protector.Unprotect(prepared);
        }
        catch (CryptographicException)
        {
            HttpContext.NoteForged("bad_ticket");
            return null;
        }
    }
}
