using CraftMarket.People.Joining;
using CraftMarket.People.Persons;
using CraftMarket.Training.Participants;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using CraftMarket.Workflows;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Accounts;

/// <summary>Gives a former trainee the seller role and shows the sign-up link once.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class InviteArtisanModel(Dispatch dispatch, IDocumentSession session, IKeyStore keys,
    TimeProvider clock) : HousePage
{
    private const string Shown = "invitation";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Login { get; set; }

    public string Name { get; private set; } = "";
    public string? Link { get; private set; }

    /// <summary>What the artisan reads beside the link, whatever the office reads.</summary>
    public static string Message => "Selamat! Buka tautan (link) ini untuk mulai menjual di CraftMarket:";

    /// <summary>Opens WhatsApp on the artisan's number when that is the login. Never
    /// with the link: it would lie in WhatsApp's logs of addresses.</summary>
    public string? WhatsApp => PhoneNumber.TryParse(Login, out var phone) ? phone.WhatsApp() : null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Load()) return NotFound();
        // Kept for one look, sealed in the reader's own browser: never in an address and never here.
        if (TempData[Shown] is string[] { Length: 2 } shown) (Link, Login) = (shown[0], shown[1]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var answer = await dispatch.Send(new InviteArtisan(new(Id), Login ?? ""));
        if (answer is not Invited invited)
        {
            Show((Refusal)answer);
            return await Load() ? Again() : NotFound();
        }

        TempData[Shown] = new[] { Whole($"/undangan/{invited.Token}"), Login! };
        return LocalRedirect($"/kantor/peserta/{Id}/undangan");
    }

    private async Task<bool> Load()
    {
        var person = await PersonFiles.ReadAsync(session, keys, new(Id), User.AccountId(), "invitation", clock.GetUtcNow(),
            HttpContext.RequestAborted);
        Name = person?.Name ?? "";
        Login ??= person?.Phone;
        return person is not null;
    }
}
