using CraftMarket.People.Persons;
using CraftMarket.Training.Participants;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Participants;

/// <summary>Everybody registered as a possible participant, by village and by what the last visit found.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class ParticipantsModel(IQuerySession session, IKeyStore keys, VerificationRule rule, TimeProvider clock)
    : HousePage
{
    private IReadOnlyDictionary<PersonId, string> _names = new Dictionary<PersonId, string>();

    public static IReadOnlyList<(string Value, Standing Standing)> Standings { get; } =
    [
        ("notVerified", Training.Participants.Standing.NotVerified), ("ready", Training.Participants.Standing.Ready),
        ("stale", Training.Participants.Standing.Stale), ("unavailable", Training.Participants.Standing.Unavailable),
    ];

    [BindProperty(SupportsGet = true)]
    public string? Village { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Standing { get; set; }

    public ParticipantPage List { get; private set; } = null!;

    public Pager Pager => Pager.Through(Request, List.Page, List.PageSize, List.Total);

    public string NameOf(PersonId person) => _names.GetValueOrDefault(person) ?? FieldWords.Erased.In(Lang);

    public string TrainingOf(ParticipantRow row) => row switch
    {
        { ArtisanId: not null } => T("Perajin", "Artisan"),
        _ when row.Batches.Any(x => x.CertificateNumber is not null) => T("Lulus", "Completed"),
        _ when row.Batches.Count > 0 => T("Sedang dilatih", "In training"),
        _ => "–",
    };

    public async Task OnGetAsync([FromQuery(Name = "page")] int number = 1)
    {
        var area = RegionCode.TryParse(Village, out var village) ? village : Regions.Ntb;
        var wanted = Standings.Where(x => x.Value == Standing).Select(x => (Standing?)x.Standing).FirstOrDefault();
        List = await ListParticipants.Run(session, area, number, rule, LocalMonth.DayOf(clock.GetUtcNow()),
            HttpContext.RequestAborted, wanted);
        _names = await PersonNames.Of(session, keys, [.. List.Items.Select(x => x.PersonId)], HttpContext.RequestAborted);
    }
}
