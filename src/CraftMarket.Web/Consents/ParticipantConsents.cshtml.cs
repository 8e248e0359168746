using CraftMarket.Catalogue;
using CraftMarket.Training.Participants;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Participants;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Consents;

/// <summary>Asks somebody what they agree to, and writes down what they answer.</summary>
[Authorize(Policy = Policies.CompanionOrStaff)]
public sealed class ParticipantConsentsModel(Dispatch dispatch, IDocumentSession session, IKeyStore keys,
    VerificationRule rule, TimeProvider clock)
    : FieldPage(session, keys, rule, clock)
{
    public IReadOnlyList<AskedConsent> Asked { get; private set; } = [];

    /// <summary>The person's page, of whichever room the reader came from.</summary>
    public string Back => User.IsInRole(Roles.Staff) ? $"/kantor/peserta/{Id}" : $"/pendamping/peserta/{Id}";

    public async Task<IActionResult> OnGetAsync() => await Look() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? purpose, bool? given)
    {
        if (!await Look()) return NotFound();
        if (await ConsentsApi.Change(dispatch, Row.PersonId, purpose
            ?? "", given) is Refusal refusal)
        {
            Show(refusal);
            return Again();
        }

        Notice("Jawabannya tersimpan dan langsung berlaku.", "The answer is saved and counts at once.");
        return LocalRedirect($"/pendamping/peserta/{Id}/persetujuan");
    }

    private async Task<bool> Look()
    {
        if (!await Meet("consent")) return false;
        Asked = AskedConsent.Of(await ConsentsApi.Register(Session, Row.PersonId, HttpContext.RequestAborted),
            await Session.TrainingOf(Row.PersonId, HttpContext.RequestAborted));
        return true;
    }
}
