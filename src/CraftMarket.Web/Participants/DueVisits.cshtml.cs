using CraftMarket.People.Persons;
using CraftMarket.Training.Participants;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Participants;

/// <summary>Whom the companion visits next, in their own area only.</summary>
[Authorize(Policy = Policies.Companion)]
public sealed class DueVisitsModel(IQuerySession session, IKeyStore keys, VerificationRule rule, TimeProvider clock) : HousePage
{
    private IReadOnlyDictionary<PersonId, string> _names = new Dictionary<PersonId, string>();

    public RegionCode Area => User.Area();
    public IReadOnlyList<ParticipantRow> Due { get; private set; } = [];

    private DateOnly Today => LocalMonth.DayOf(clock.GetUtcNow());

    public string NameOf(PersonId person) => _names.GetValueOrDefault(person) ?? FieldWords.Erased.In(Lang);

    public bool IsOverdue(ParticipantRow row) => row.VisitDueOn is not { } due || due <= Today;

    public string WhenDue(ParticipantRow row) => row switch
    {
        { VisitDueOn: null } => T("belum pernah dikunjungi", "never visited"),
        { Outcome: VerificationOutcome.NotFound, VisitedOn: { } visited } =>
            T($"tidak ditemukan pada {Dates.Day(visited, Lang)}", $"not found on {Dates.Day(visited, Lang)}"),
        { VisitDueOn: { } due } when due <= Today =>
            T($"lewat sejak {Dates.Day(due, Lang)}", $"overdue since {Dates.Day(due, Lang)}"),
        { VisitDueOn: { } due } => T($"sebelum {Dates.Day(due, Lang)}", $"before {Dates.Day(due, Lang)}"),
    };

    public async Task OnGetAsync()
    {
        var due = await Worklist.Run(session, Area, rule, Today, HttpContext.RequestAborted);
        _names = await PersonNames.Of(session, keys, [.. due.Select(x => x.PersonId)], HttpContext.RequestAborted);
        Due = [.. due.Where(x => _names.ContainsKey(x.PersonId))];
    }
}
