using CraftMarket.People.Persons;
using CraftMarket.Training.Participants;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Participants;

/// <summary>A page about one person whom the reader may visit; somebody of another area is not found.</summary>
public abstract class FieldPage(IDocumentSession session, IKeyStore keys, VerificationRule rule, TimeProvider clock) : HousePage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ParticipantRow Row { get; private set; } = null!;
    public PersonalDetails? Person { get; private set; }
    public string Name => Person?.Name ?? FieldWords.Erased.In(Lang);

    protected IDocumentSession Session => session;

    protected DateTimeOffset Now => clock.GetUtcNow();

    protected DateOnly Today => LocalMonth.DayOf(Now);

    /// <summary>Reads the person, and writes down who looked and why.</summary>
    protected async Task<bool> Meet(string purpose)
    {
        if (await ListParticipants.Find(session, new(Id), HttpContext.Reach(), rule, Today,
            HttpContext.RequestAborted) is not { } row) return false;
        Row = row;
        Person = await PersonFiles.ReadAsync(session, keys, row.PersonId, User.AccountId(), purpose, clock.GetUtcNow(),
            HttpContext.RequestAborted);
        return true;
    }
}
