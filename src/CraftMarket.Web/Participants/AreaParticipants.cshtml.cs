using CraftMarket.People.Persons;
using CraftMarket.Training.Participants;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Participants;

/// <summary>Everybody whose village lies in the companion's area.</summary>
[Authorize(Policy = Policies.Companion)]
public sealed class AreaParticipantsModel(IQuerySession session, IKeyStore keys, VerificationRule rule,
    TimeProvider clock) : HousePage
{
    private IReadOnlyDictionary<PersonId, string> _names = new Dictionary<PersonId, string>();

    public RegionCode Area => User.Area();
    public ParticipantPage List { get; private set; } = null!;

    public string NameOf(PersonId person) => _names.GetValueOrDefault(person) ?? FieldWords.Erased.In(Lang);

    public async Task OnGetAsync([FromQuery(Name = "page")] int number = 1)
    {
        List = await ListParticipants.Run(session, Area, number, rule, LocalMonth.DayOf(clock.GetUtcNow()),
            HttpContext.RequestAborted);
        _names = await PersonNames.Of(session, keys, [.. List.Items.Select(x => x.PersonId)], HttpContext.RequestAborted);
    }
}
