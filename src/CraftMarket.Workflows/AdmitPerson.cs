using CraftMarket.People;
using CraftMarket.People.Persons;
using CraftMarket.Training.Participants;
using JasperFx.Events;
using Marten;
using Wolverine.Marten;
using Wolverine.Runtime.Handlers;

namespace CraftMarket.Workflows;

/// <summary>Makes somebody a possible participant: a sealed file and a place in the programme, both or neither. Sent again, it is
/// the same one.</summary>
/// <param name="Origin">The row of a list that told of them; null when the office did.</param>
/// <param name="OverrideReason">Why this is another person than the one of the same name, birth date and village.</param>
public sealed record AdmitPerson(PersonId PersonId, PersonalDetails Details, IReadOnlyList<RegisterClaim> Registers,
    SourceRow? Origin = null, string? OverrideReason = null) : Confidential
{
    internal OpenPersonFile File => new(PersonId, Details, OverrideReason);

    internal RegisterParticipant Place => new(PersonId, Details.Village, Registers, Origin);
}

/// <summary>The newcomer is a participant now.</summary>
public sealed record PersonAdmitted(PersonId PersonId) : Answer;

/// <summary>Who of them is known already.</summary>
/// <param name="Participant">Of the person with this identity number, where there is one.</param>
public sealed record PersonToAdmit(PersonLookup Known, PersonId PersonId, IEventStream<Participant> Participant);

public static class AdmitPersonHandler
{
    public static void Configure(HandlerChain chain) => OpenPersonFileHandler.Configure(chain);

    /// <returns>Null where nothing is looked up, and no key made, because it is refused as it is written.</returns>
    public static async Task<PersonToAdmit?> LoadAsync(AdmitPerson command, IDocumentSession session, MasterKey master,
        IKeyStore keys, PeopleRules rules, DateTimeOffset now, CancellationToken cancellation)
    {
        if (Problem(command, rules, now) is not null) return null;
        var known = await OpenPersonFileHandler.LoadAsync(command.File, session, master, keys, cancellation);
        var person = known.OfSameNik ?? command.PersonId;
        return new(known, person, await session.Events.FetchForExclusiveWriting<Participant>(person.Value, cancellation));
    }

    public static Refusal? Validate(AdmitPerson command, PersonToAdmit? person, PeopleRules rules, DateTimeOffset now) =>
        Problem(command, rules, now) ?? OpenPersonFileHandler.Validate(person!.Participant.Aggregate is null
            // Earlier versions opened files whose people never became participants: they do now.
            ? command.File with { PersonId = person.PersonId } : command.File, person.Known, rules, now);

    public static (Answer, IEnumerable<IMartenOp>) Handle(AdmitPerson command, PersonToAdmit person, MasterKey master,
        DateTimeOffset now)
    {
        var (_, opened) = OpenPersonFileHandler.Handle(command.File, person.Known, master, now);
        var (_, registered) = RegisterParticipantHandler.Handle(command.Place, person.Participant.Aggregate);
        return (new PersonAdmitted(person.PersonId), [.. opened, person.Participant.Append([.. registered])]);
    }

    private static Refusal? Problem(AdmitPerson command, PeopleRules rules, DateTimeOffset now) => Refusals.Of(
        RegisterParticipantHandler.Validate(command.Place, now),
        OpenPersonFileHandler.WhyNotFor(command.Details, rules, now));
}
