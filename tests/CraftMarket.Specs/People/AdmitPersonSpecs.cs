using CraftMarket.Kernel;
using CraftMarket.People;
using CraftMarket.People.Persons;
using CraftMarket.Specs.Ordering;
using CraftMarket.Training.Participants;
using CraftMarket.Workflows;
using Wolverine.Marten;

namespace CraftMarket.Specs.People;

public sealed class AdmitPersonSpecs
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-11-22T04:00:00Z");
    private static readonly PersonId Sahnun = new(Guid.Parse("0198f000-0000-7000-8000-000000000001"));
    private static readonly PersonId Earlier = new(Guid.Parse("0198f000-0000-7000-8000-000000000002"));
    private static readonly PeopleRules Rules = new(AllowFictitiousNik: true);
    private static readonly MasterKey Master = new(new byte[32]);
    private static readonly PersonLookup Nobody =
        new(null, false, null, null, new(Sahnun.Value, Master.NewKey()) { IsNew = true });
    private static readonly PersonFile File =
        new(Sahnun, Master.Seal(Master.NewKey(), "Inaq Sahnun"), "nik", "name", false, Noon);

    private static readonly AdmitPerson Command = new(Sahnun, new("Inaq Sahnun", "9902065708900001", new(1990, 8, 17), "f", null,
        Regions.Semoyang), [new("P3KE", "Bappeda NTB", new(2022, 10, 1), 1)]);

    [Fact]
    public void somebody_new_gets_a_file_and_a_place_together()
    {
        var (answer, ops, events) = Admit(Nobody, Sahnun);
        Assert.Equal(new PersonAdmitted(Sahnun), answer);
        Assert.Equal(Sahnun, ((PersonFile)Assert.Single(ops.OfType<InsertDoc<PersonFile>>()).Document).Id);
        Assert.Equal(Regions.Semoyang, Assert.IsType<ParticipantRegistered>(Assert.Single(events)).Village);
    }

    [Fact]
    public void sent_again_it_is_one_file_and_one_event()
    {
        var known = Nobody with { Same = File, OfSameNik = Sahnun };
        var (answer, ops, events) = Admit(known, Sahnun, Training.Given.Participant(Sahnun));
        Assert.Equal(new PersonAdmitted(Sahnun), answer);
        Assert.DoesNotContain(ops, x => !Appending.Is(x));
        Assert.Empty(events);
    }

    [Fact]
    public void a_participant_of_the_same_number_is_named_instead()
    {
        var known = Nobody with { OfSameNik = Earlier };
        var refused = Refused(Command, new(known, Earlier, new Written<Participant>(Training.Given.Participant(Earlier))));
        Assert.Equal(("duplicate", Earlier.Value), (refused?.Code, refused?.Details["id"]));
    }

    [Fact]
    public void a_file_that_an_earlier_version_opened_and_left_becomes_a_participants()
    {
        var (answer, ops, events) = Admit(Nobody with { OfSameNik = Earlier }, Earlier);
        Assert.Equal(new PersonAdmitted(Earlier), answer);
        Assert.Empty(ops.OfType<InsertDoc<PersonFile>>());
        Assert.Single(events);
    }

    [Fact]
    public void all_that_is_wrong_is_told_at_once_and_nothing_is_looked_up() => Assert.Equal(
        ["unknown_village", "register_incomplete", "invalid_nik"], Refused(Command with
        {
            Details = Command.Details with { Nik = "1", Village = RegionCode.Parse("52.99.99.9999") },
            Registers = [new("P3KE", null, null)],
        }, null)!.All.Select(x => x.Code));

    private static Refusal? Refused(AdmitPerson command, PersonToAdmit? person) =>
        AdmitPersonHandler.Validate(command, person, Rules, Noon);

    private static (Answer, IReadOnlyList<IMartenOp>, IReadOnlyList<object> Events) Admit(PersonLookup known, PersonId person,
        Participant? participant = null)
    {
        var stream = new Written<Participant>(participant);
        Assert.Null(Refused(Command, new(known, person, stream)));
        var (answer, ops) = AdmitPersonHandler.Handle(Command, new(known, person, stream), Master, Noon);
        IMartenOp[] all = [.. ops];
        Appending.Do(all);
        return (answer, all, stream.Appended);
    }
}
