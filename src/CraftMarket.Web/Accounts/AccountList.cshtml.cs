using CraftMarket.People.Accounts;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Accounts;

/// <summary>Where an operator helps somebody back in, or closes an account and says why.</summary>
[Authorize(Policy = Policies.Operator)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AccountListModel(Resets resets, Closing closing, SigningOut signingOut, AccountLog log, AccountBook accounts)
    : HousePage
{
    private const string Shown = "reset";

    private IReadOnlyDictionary<string, string> _logins = new Dictionary<string, string>();

    public string? Link { get; private set; }
    public IReadOnlyList<ClosedAccount> Closed { get; private set; } = [];

    /// <summary>What was done to others' accounts, latest first.</summary>
    public IReadOnlyList<AccountLogEntry> Done { get; private set; } = [];

    public string NameOf(AccountLogEntry done) => done.AccountId is { } id ? Known(id) : T("Semua akun", "All accounts");

    public string ByOf(AccountLogEntry done) => done.By switch
    {
        { } id => Known(id),
        null when done.What is AccountDeed.LinkUsed or AccountDeed.FactorDropped =>
            T("Surat sendiri atau server", "Own letter or server"),
        null => T("Server", "Server"),
    };

    public string WordsOf(string what) => what switch
    {
        AccountDeed.Opened => T("Akun dibuka", "Account opened"),
        AccountDeed.LinkMade => T("Tautan dibuat", "Link made"),
        AccountDeed.FactorLinkMade =>
            T("Tautan dibuat yang menghapus pengaman kedua", "Link made that takes the second factor away"),
        AccountDeed.LinkUsed => T("Tautan dipakai", "Link used"),
        AccountDeed.FactorDropped => T("Tautan dipakai, pengaman kedua dihapus", "Link used, second factor taken away"),
        AccountDeed.SignedOut => T("Dikeluarkan dari semua perangkat", "Signed out everywhere"),
        _ => what,
    };

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

    public async Task<IActionResult> OnPostSignoutAsync(string? ended)
    {
        var account = await resets.HolderOf(ended, HttpContext.RequestAborted);
        if (await signingOut.EndAsync(account, User.Account(), HttpContext.RequestAborted) is Refusal refusal)
            return await Again(refusal, "ended");
        Notice("Orang itu sudah dikeluarkan dari semua perangkat.", "That person is signed out everywhere.");
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

    /// <summary>A colleague's address in full, so that two are told apart; of a telephone number its end.</summary>
    private string Known(Guid id) => !_logins.TryGetValue(id.ToString(), out var text) || !Login.TryParse(text, out var login)
        ? T("akun yang sudah ditutup", "a closed account")
        : login.IsPhone ? login.Hint : login.Value;

    private async Task Look()
    {
        Closed = await closing.LatestAsync(20, HttpContext.RequestAborted);
        Done = await log.LatestAsync(50, HttpContext.RequestAborted);
        var ids = Done.SelectMany(x => new[] { x.AccountId, x.By }).OfType<Guid>().Select(x => x.ToString());
        _logins = await accounts.LoginsOf(ids, HttpContext.RequestAborted);
    }
}
