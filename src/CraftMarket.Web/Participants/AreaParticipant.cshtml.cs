using CraftMarket.Income;
using CraftMarket.Training.Participants;
using CraftMarket.Web.Access;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Participants;

/// <summary>One person of the area and what can be written down about them.</summary>
[Authorize(Policy = Policies.Companion)]
public sealed class AreaParticipantModel(IDocumentSession session, IKeyStore keys, VerificationRule rule, TimeProvider clock)
    : FieldPage(session, keys, rule, clock)
{
    public BaselineRecorded? Baseline { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Meet("visit")) return NotFound();
        Baseline = (await Session.LoadAsync<Livelihood>(Livelihood.IdOf(Row.PersonId), HttpContext.RequestAborted))?.Baseline;
        return Page();
    }
}
