using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Training;
using CraftMarket.Training.Participants;
using static CraftMarket.Specs.Training.Given;

namespace CraftMarket.Specs.Training;

public sealed class EnrolParticipantsSpecs
{
    private static readonly EnrolParticipants Command = new(Given.BatchId, [InaqSahnun]);

    [Fact]
    public void a_verified_participant_gets_a_seat_and_it_is_said_from_which_village()
    {
        var (_, events) = EnrolParticipantsHandler.Handle(Command, Batch(), [Participant(InaqSahnun)], Rule, Now);
        Assert.Equal([new TraineeEnrolled(InaqSahnun, Given.BatchId, Regions.Semoyang)], events);
    }

    [Fact]
    public void of_two_who_are_chosen_for_one_seat_the_first_gets_it_and_the_other_is_told_why()
    {
        var (answer, events) = EnrolParticipantsHandler.Handle(new(Given.BatchId, [AmaqRajab, InaqSahnun, AmaqRajab]), Batch(1),
            [Participant(InaqSahnun), Participant(AmaqRajab)], Rule, Now);
        Assert.Equal([AmaqRajab], events.Cast<TraineeEnrolled>().Select(x => x.PersonId));
        var each = Assert.IsType<AnsweredEach>(answer);
        Assert.Equal((InaqSahnun, "batch_full"), (each.Refused.Single().Key, each.Refused.Single().Value.Code));
        Assert.IsType<Done>(AnsweredEach.Of(answer, AmaqRajab));
    }

    [Fact]
    public void the_last_seat_is_given() => Assert.Null(Refused(Batch(1), Participant(InaqSahnun)));

    [Fact]
    public void a_full_batch_takes_nobody_more() =>
        Assert.Equal("batch_full", Refused(Batch(1, AmaqRajab), Participant(InaqSahnun)));

    [Fact]
    public void nobody_sits_twice_in_a_batch() =>
        Assert.Equal("already_enrolled", Refused(Batch(30, InaqSahnun), Participant(InaqSahnun)));

    [Fact]
    public void somebody_unknown_cannot_be_enrolled() => Assert.Equal("unknown_participant", Refused(Batch(), null));

    [Fact]
    public void somebody_nobody_visited_is_not_verified() =>
        Assert.Equal("not_verified", Refused(Batch(), Participant(InaqSahnun, outcome: null)));

    [Theory]
    [InlineData(VerificationOutcome.Moved)]
    [InlineData(VerificationOutcome.NotFound)]
    [InlineData(VerificationOutcome.Refused)]
    public void somebody_a_companion_could_not_confirm_is_not_verified(VerificationOutcome outcome) =>
        Assert.Equal("not_verified", Refused(Batch(), Participant(InaqSahnun, outcome)));

    [Fact]
    public void somebody_who_died_is_not_sent_for_another_visit() =>
        Assert.Equal("unavailable", Refused(Batch(), Participant(InaqSahnun, VerificationOutcome.Deceased)));

    [Fact]
    public void changed_circumstances_are_still_verified() =>
        Assert.Null(Refused(Batch(), Participant(InaqSahnun, VerificationOutcome.Changed)));

    [Fact]
    public void a_verification_holds_until_the_day_before_its_twelfth_month_ends() =>
        Assert.Null(Refused(Batch(), Participant(InaqSahnun, VerificationOutcome.Valid, Today.AddMonths(-12).AddDays(1))));

    [Fact]
    public void a_verification_of_twelve_months_ago_is_stale() =>
        Assert.Equal("not_verified", Refused(Batch(), Participant(InaqSahnun, VerificationOutcome.Valid, Today.AddMonths(-12))));

    private static string? Refused(TrainingBatch batch, Participant? participant) =>
        EnrolParticipantsHandler.Problem(InaqSahnun, batch, participant, Rule, Now)?.Code;
}
