using System.Globalization;
using CraftMarket.Training.Participants;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Participants;

/// <summary>Records what a companion found at the door.</summary>
[Authorize(Policy = Policies.Companion)]
public sealed class VisitModel(Dispatch dispatch, IDocumentSession session, IKeyStore keys, VerificationRule rule,
    TimeProvider clock)
    : FieldPage(session, keys, rule, clock)
{
    public static IReadOnlyList<(string Value, VerificationOutcome Outcome)> Outcomes { get; } =
    [
        ("valid", VerificationOutcome.Valid), ("changed", VerificationOutcome.Changed), ("moved", VerificationOutcome.Moved),
        ("deceased", VerificationOutcome.Deceased), ("notFound", VerificationOutcome.NotFound),
        ("refused", VerificationOutcome.Refused),
    ];

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? VisitedOn { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        VisitedOn = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return await Meet("visit") ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Outcomes.All(x => x.Value != Outcome)) Wrong("outcome", "Pilih hasil kunjungan.", "Choose what you found.");
        if (Typed.Day(VisitedOn) is null) Wrong("visitedOn", "Isi tanggal kunjungan.", "Give the day of the visit.");
        if (ModelState.IsValid)
        {
            var answer = await dispatch.Send(new VerifyParticipant(new(Id), Outcome, Typed.Day(VisitedOn), Note, User.Area(),
                User.AccountId()));
            if (answer is Refusal { Kind: RefusalKind.Missing }) return NotFound();
            if (answer is not Refusal refusal)
            {
                Notice("Kunjungan tersimpan.", "The visit is saved.");
                return LocalRedirect($"/pendamping/peserta/{Id}");
            }

            Show(refusal);
        }

        return await Meet("visit") ? Again() : NotFound();
    }
}
