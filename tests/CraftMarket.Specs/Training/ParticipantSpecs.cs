using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Training;
using CraftMarket.Training.Participants;
using static CraftMarket.Specs.Training.Given;

namespace CraftMarket.Specs.Training;

public sealed class ParticipantSpecs
{
    private static readonly RegisterParticipant Register =
        new(InaqSahnun, Regions.Semoyang, [new("P3KE", "Bappeda NTB", new(2022, 10, 1), 1)]);
    private static readonly VerifyParticipant Visit = new(InaqSahnun, "valid", new(2026, 11, 20), null, RegionCode.Parse("52.02"),
        "companion-1");

    [Fact]
    public void a_participant_is_registered_with_village_and_registers()
    {
        var registered =
            Assert.IsType<ParticipantRegistered>(Assert.Single(RegisterParticipantHandler.Handle(Register, null).Item2));
        Assert.Equal(Regions.Semoyang, registered.Village);
        Assert.Equal([new RegisterFlag("P3KE", "Bappeda NTB", new(2022, 10, 1), 1)], registered.Registers);
    }

    [Fact]
    public void a_participant_sent_twice_is_registered_once() =>
        Assert.Empty(RegisterParticipantHandler.Handle(Register, Participant(InaqSahnun)).Item2);

    [Fact]
    public void a_register_without_source_or_date_is_refused()
    {
        Assert.Null(RegisterParticipantHandler.Validate(Register, Now));
        Assert.Equal("register_incomplete", Refused(new RegisterClaim("P3KE", null, new(2022, 10, 1))));
        Assert.Equal("register_incomplete", Refused(new RegisterClaim("P3KE", "Bappeda NTB", null)));
        Assert.Equal("register_incomplete", Refused(new RegisterClaim("", "Bappeda NTB", new(2022, 10, 1))));
    }

    [Fact]
    public void a_decile_is_one_to_ten() =>
        Assert.Equal("decile_out_of_range", Refused(new RegisterClaim("DTSEN", "BPS", new(2025, 2, 5), 11)));

    [Fact]
    public void what_no_register_is_called_and_days_that_none_has_are_refused()
    {
        var claim = new RegisterClaim("P3KE", "Bappeda NTB", new(2022, 10, 1));
        Assert.Equal("text_too_long", Refused(claim with { Register = new('a', 61) }));
        Assert.Equal("text_too_long", Refused(claim with { Source = new('a', 101) }));
        Assert.Equal("day_far_off", Refused(claim with { AsOf = new(1022, 10, 1) }));
        Assert.Equal("day_far_off", Refused(claim with { AsOf = Today.AddYears(5).AddDays(1) }));
        var row = new SourceRow("00", 2, "Bappeda NTB", new(2026, 1, 15));
        Assert.Equal("text_too_long", Refused(Register with { Origin = row with { Source = new('a', 101) } }));
        Assert.Equal("day_far_off", Refused(Register with { Origin = row with { AsOf = new(206, 1, 15) } }));
        Assert.Equal("too_many_registers", Refused(Register with { Registers = [.. Enumerable.Repeat(claim, 21)] }));
        Assert.Null(Refused(Register with { Registers = [.. Enumerable.Repeat(claim, 20)], Origin = row }));
    }

    [Theory]
    [InlineData("52.01.05.2001", null)]
    [InlineData("52.02", "unknown_village")]
    [InlineData("53.02.06.2003", "unknown_village")]
    [InlineData("52.02.06.2014", null)]
    [InlineData("52.02.06.2015", "unknown_village")]
    [InlineData("52.99.99.9999", "unknown_village")]
    [InlineData("52.71.09.1001", null)]
    public void a_participant_lives_in_a_village_of_the_province(string code, string? refusal) =>
        Assert.Equal(refusal, RegisterParticipantHandler.Validate(Register with { Village = RegionCode.Parse(code) }, Now)?.Code);

    [Fact]
    public void a_visit_tells_what_was_found_when_and_by_whom() => Assert.Equal(
        [new ParticipantVerified(VerificationOutcome.Valid, new(2026, 11, 20), "companion-1")],
        VerifyParticipantHandler.Handle(Visit, Participant(InaqSahnun), Key, Master).Item2);

    [Fact]
    public void a_note_is_sealed_and_kept_out_of_the_event()
    {
        var (_, events, stored) = VerifyParticipantHandler.Handle(Visit with { Note = "Suaminya Amaq Rajab" },
            Participant(InaqSahnun), Key, Master);
        var note = (VerificationNote)Assert.Single(stored.OfType<Wolverine.Marten.StoreDoc<VerificationNote>>()).Document;
        Assert.Equal("Suaminya Amaq Rajab", note.Read(LoadedKeys.Of(Master, Key)));
        Assert.DoesNotContain("Rajab", $"{events.Single()}", StringComparison.Ordinal);
    }

    [Fact]
    public void the_same_visit_told_again_with_a_note_keeps_the_note()
    {
        var visited =
            Participant(InaqSahnun) with { LastVisit = new(VerificationOutcome.Valid, new(2026, 11, 20), "companion-1") };
        var (_, events, stored) = VerifyParticipantHandler.Handle(Visit with { Note = "Pintu belakang" }, visited, Key, Master);
        Assert.Empty(events);
        var note = (VerificationNote)Assert.Single(stored.OfType<Wolverine.Marten.StoreDoc<VerificationNote>>()).Document;
        Assert.Equal("Pintu belakang", note.Read(LoadedKeys.Of(Master, Key)));
        Assert.Empty(VerifyParticipantHandler.Handle(Visit, visited, Key, Master).Item3);
    }

    [Fact]
    public void the_same_visit_told_twice_counts_once()
    {
        var visited = Participant(InaqSahnun, VerificationOutcome.Valid, Visit.VisitedOn);
        Assert.Empty(VerifyParticipantHandler.Handle(Visit, visited, Key, Master).Item2);
    }

    [Fact]
    public void an_older_visit_told_late_does_not_replace_the_newer_one()
    {
        var visited = Participant(InaqSahnun, VerificationOutcome.Valid, new(2026, 11, 20));
        Assert.Equal(visited,
            visited.Apply(new ParticipantVerified(VerificationOutcome.NotFound, new(2026, 11, 1), "companion-1")));
    }

    [Fact]
    public void a_participant_of_another_area_does_not_exist_for_a_companion() =>
        Assert.Equal("not_found", Refused(Visit with { Area = RegionCode.Parse("52.01") }));

    [Fact]
    public void a_visit_of_tomorrow_is_refused() =>
        Assert.Equal("visit_in_future", Refused(Visit with { VisitedOn = Today.AddDays(1) }));

    [Fact]
    public void nothing_is_written_about_who_was_erased() => Assert.Equal("erased",
        VerifyParticipantHandler.Validate(Visit, Participant(InaqSahnun), Key with { Wrapped = null }, Now)?.Code);

    [Fact]
    public void a_visit_of_another_century_or_with_a_note_that_never_ends_is_refused()
    {
        Assert.Equal("day_far_off", Refused(Visit with { VisitedOn = new(1026, 11, 20) }));
        Assert.Equal("text_too_long", Refused(Visit with { Note = new('a', 2_001) }));
        // A browser counts each end of a line as one letter.
        Assert.Null(Refused(Visit with { Note = string.Concat(Enumerable.Repeat("a\r\n", 1_000)) }));
    }

    [Fact]
    public void an_outcome_is_one_of_six() => Assert.Equal("unknown_outcome", Refused(Visit with { Outcome = "fine" }));

    [Fact]
    public void who_finished_a_batch_becomes_an_artisan_and_always_the_same_one()
    {
        var artisan = Welcome.ArtisanOf(InaqSahnun);
        Assert.Equal(artisan, Welcome.ArtisanOf(InaqSahnun));
        var welcomed = Welcome.Of(Participant(InaqSahnun))!;
        Assert.Equal(new ArtisanWelcomed(artisan, InaqSahnun, Regions.Semoyang), welcomed);
        Assert.Null(Welcome.Of(Participant(InaqSahnun).Apply(welcomed)));
    }

    [Fact]
    public void who_only_has_a_seat_is_not_an_artisan_yet()
    {
        var seat = new Seat(Seat.IdOf(Given.BatchId, InaqSahnun), Given.BatchId, InaqSahnun, null, null);
        Candidate With(Participant? person, Seat held) => new(new Ordering.Written<Participant>(person), [held]);
        Assert.Equal("not_completed", Welcome.Problem(With(Participant(InaqSahnun), seat))?.Code);
        Assert.Null(Welcome.Problem(With(Participant(InaqSahnun), seat with { CertificateNumber = "NTB-1" })));
        Assert.Equal("not_found", Welcome.Problem(With(null, seat))?.Code);
    }

    [Fact]
    public void a_companion_visits_the_unvisited_and_those_due_within_a_month()
    {
        Assert.True(Worklist.IsDue(Participant(InaqSahnun, null), Rule, Today));
        Assert.True(Worklist.IsDue(Participant(InaqSahnun, VerificationOutcome.Valid, Today.AddMonths(-12).AddDays(30)),
            Rule, Today));
        Assert.False(Worklist.IsDue(Participant(InaqSahnun, VerificationOutcome.Valid, Today.AddMonths(-6)), Rule, Today));
        Assert.False(Worklist.IsDue(Participant(InaqSahnun, VerificationOutcome.Deceased, Today.AddYears(-3)), Rule, Today));
    }

    private static readonly MasterKey Master = new(new byte[32]);
    private static readonly SubjectKey Key = new(InaqSahnun.Value, Master.NewKey());

    private static string? Refused(RegisterClaim claim) => Refused(Register with { Registers = [claim] });

    private static string? Refused(RegisterParticipant command) => RegisterParticipantHandler.Validate(command, Now)?.Code;

    private static string? Refused(VerifyParticipant command) =>
        VerifyParticipantHandler.Validate(command, Participant(InaqSahnun), Key, Now)?.Code;
}
