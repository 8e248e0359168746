using CraftMarket.Income;
using CraftMarket.People.Accounts;
using CraftMarket.People.Erasing;
using CraftMarket.People.Persons;
using CraftMarket.Training;
using CraftMarket.Training.Participants;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Participants;

/// <summary>One participant with their details; who opens it is written down.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class ParticipantModel(IDocumentSession session, IKeyStore keys, VerificationRule rule, AccountBook accounts,
    TimeProvider clock) : HousePage
{
    private Dictionary<BatchId, string> _batches = [];

    public ParticipantRow Row { get; private set; } = null!;
    public PersonalDetails? Person { get; private set; }
    public IReadOnlyList<RegisterFlag> Registers { get; private set; } = [];
    public BaselineRecorded? Baseline { get; private set; }
    public int TimesRead { get; private set; }

    /// <summary>Whether there is a password to forget; who was invited and has not come yet has none.</summary>
    public bool HasAccount { get; private set; }

    /// <summary>A request to erase this person on which nobody has decided yet.</summary>
    public Erasure? Erasure { get; private set; }

    public string BatchOf(BatchId batch) => _batches.GetValueOrDefault(batch) ?? T("Angkatan", "Batch");

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var (person, now, stop) = (new PersonId(id), clock.GetUtcNow(), HttpContext.RequestAborted);
        if (await ListParticipants.Find(session, person, Regions.Ntb, rule, LocalMonth.DayOf(now), stop) is not { } row)
            return NotFound();
        Row = row;
        Person = await PersonFiles.ReadAsync(session, keys, person, User.AccountId(), "office", now, stop);
        HasAccount = await accounts.Of(person, stop) is { ClosedAt: null };
        Erasure = await ListErasures.WaitingFor(session, person, stop);
        TimesRead = (await PersonFiles.ReadersOf(session, person, stop)).Count;
        Registers = (await session.LoadAsync<Participant>(person, stop))?.Registers ?? [];
        Baseline = (await session.LoadAsync<Livelihood>(Livelihood.IdOf(person), stop))?.Baseline;
        BatchId[] seats = [.. row.Batches.Select(x => x.BatchId)];
        _batches = (await session.Query<TrainingBatch>().Where(x => x.Id.IsOneOf(seats)).ToListAsync(stop))
            .ToDictionary(x => x.Id, x => x.Name);
        return Page();
    }
}
