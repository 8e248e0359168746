using CraftMarket.People.Accounts;
using CraftMarket.People.Persons;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Accounts;

/// <summary>Makes a one-time link for an artisan who has forgotten the password, and shows it once.</summary>
[Authorize(Policy = Policies.Staff)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ResetLinkModel(Resets resets, AccountBook accounts, IDocumentSession session, IKeyStore keys,
    TimeProvider clock) : HousePage
{
    private const string Shown = "reset";

    private PhoneNumber? _phone;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    /// <summary>Whether there is a password to forget; who was invited and has not come yet has none.</summary>
    public bool HasAccount { get; private set; }

    public string? Link { get; private set; }

    /// <summary>What the artisan reads beside the link, whatever the office reads.</summary>
    public static string Message => "Buka tautan (link) ini untuk membuat kata sandi baru di CraftMarket:";

    /// <summary>Opens WhatsApp on the artisan's number where one is known. Never
    /// with the link: it would lie in WhatsApp's logs of addresses.</summary>
    public string? WhatsApp => _phone?.WhatsApp();

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Load()) return NotFound();
        // Kept for one look, sealed in the reader's own browser: never in an address and never here.
        Link = TempData[Shown] as string;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Load()) return NotFound();
        var account = await accounts.Of(new PersonId(Id), HttpContext.RequestAborted);
        var answer = await resets.MakeAsync(account, all: false, User.Account(), cancellation: HttpContext.RequestAborted);
        if (answer is not ResetLink link)
        {
            Show((Refusal)answer);
            return Again();
        }

        TempData[Shown] = Whole($"/sandi/{link.Token}");
        return LocalRedirect($"/kantor/peserta/{Id}/sandi");
    }

    private async Task<bool> Load()
    {
        HasAccount = await accounts.Of(new PersonId(Id), HttpContext.RequestAborted) is { ClosedAt: null };
        var person = await PersonFiles.ReadAsync(session, keys, new(Id), User.AccountId(), "reset", clock.GetUtcNow(),
            HttpContext.RequestAborted);
        Name = person?.Name ?? "";
        if (PhoneNumber.TryParse(person?.Phone, out var phone)) _phone = phone;
        return person is not null;
    }
}
