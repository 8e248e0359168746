using CraftMarket.People.Persons;
using CraftMarket.Training;
using CraftMarket.Training.Participants;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Batches;

/// <summary>Gives seats of a batch to verified people who have none.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class EnrolmentModel(Dispatch dispatch, IQuerySession session, IKeyStore keys, VerificationRule rule,
    TimeProvider clock) : HousePage
{
    [BindProperty]
    public List<Guid> People { get; set; } = [];

    public BatchCard Batch { get; private set; } = null!;
    public IReadOnlyList<PersonChoice> Waiting { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id) => await Load(new(id)) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var seated = 0;
        if (People.Count == 0) Wrong("", "Pilih paling sedikit satu orang.", "Choose at least one person.");
        else if (await dispatch.Send(new EnrolParticipants(new(id), [.. People.Select(x => new PersonId(x))]))
            is AnsweredEach each)
        {
            seated = each.Answers.Count - each.Refused.Count;
            await Explain(each.Refused.Where(x => x.Value.Code != "already_enrolled").ToDictionary());
        }
        else return NotFound();

        if (ModelState.ErrorCount > 0) return await Load(new(id)) ? Again() : NotFound();
        Notice($"{seated} orang mendapat kursi.", seated == 1 ? "1 person was given a seat."
            : $"{seated} people were given a seat.");
        return LocalRedirect($"/kantor/angkatan/{id}");
    }

    private async Task Explain(IReadOnlyDictionary<PersonId, Refusal> refused)
    {
        var names = await PersonNames.Of(session, keys, [.. refused.Keys], HttpContext.RequestAborted);
        foreach (var (person, refusal) in refused)
            ModelState.AddModelError("", $"{names.GetValueOrDefault(person)}: {refusal.Why.In(Lang)}");
    }

    private async Task<bool> Load(BatchId id)
    {
        if (await FindBatch.Run(session, id, HttpContext.RequestAborted) is not { } sheet) return false;
        Batch = sheet.Batch;
        var waiting = await WaitingForSeat.Run(session, rule, LocalMonth.DayOf(clock.GetUtcNow()), HttpContext.RequestAborted);
        var names = await PersonNames.Of(session, keys, [.. waiting.Select(x => x.PersonId)], HttpContext.RequestAborted);
        Waiting = [.. waiting.Where(x => names.ContainsKey(x.PersonId))
            .OrderBy(x => names[x.PersonId], StringComparer.CurrentCulture)
            .Select(x => new PersonChoice(x.PersonId, names[x.PersonId], About(x), People.Contains(x.PersonId.Value)))];
        return true;
    }

    private string About(ParticipantRow x) =>
        $"{Regions.NameOf(x.Village)} · {T("dikunjungi", "visited")} {Dates.Day(x.VisitedOn!.Value, Lang)}";
}
