using CraftMarket.Kernel.Facts;
using CraftMarket.Training;
using CraftMarket.Training.Participants;
using static CraftMarket.Specs.Training.Given;

namespace CraftMarket.Specs.Training;

public sealed class CompleteTrainingSpecs
{
    private static readonly CompleteTraining Command = new(Given.BatchId, InaqSahnun);

    [Fact]
    public void who_finished_a_past_batch_finished_it_on_its_last_day()
    {
        var (answer, events) = CompleteTrainingHandler.Handle(Command, Batch(30, InaqSahnun, AmaqRajab), Now);
        var number = Assert.IsType<Certified>(answer).CertificateNumber;
        Assert.Equal([new TrainingCompleted(InaqSahnun, Given.BatchId, new(2026, 7, 12), number)], events);
    }

    [Fact]
    public void who_finishes_a_running_batch_finishes_today()
    {
        var running = Batch(30, InaqSahnun) with { EndsOn = Today.AddDays(3) };
        Assert.Equal(Today,
            Assert.IsType<TrainingCompleted>(CompleteTrainingHandler.Handle(Command, running, Now).Item2.Single()).On);
    }

    [Fact]
    public void finishing_twice_keeps_the_certificate()
    {
        var (first, events) = CompleteTrainingHandler.Handle(Command, Batch(30, InaqSahnun), Now);
        var after = Batch(30, InaqSahnun).Apply((TrainingCompleted)events.Single());
        var (second, again) = CompleteTrainingHandler.Handle(Command, after, Now);
        Assert.Equal(first, second);
        Assert.Empty(again);
    }

    [Fact]
    public void two_trainees_have_two_numbers()
    {
        var batch = Batch(30, InaqSahnun, AmaqRajab);
        var first = (TrainingCompleted)CompleteTrainingHandler.Handle(Command, batch, Now).Item2.Single();
        var second = (TrainingCompleted)CompleteTrainingHandler.Handle(Command with { PersonId = AmaqRajab },
            batch.Apply(first), Now).Item2.Single();
        Assert.NotEqual(first.CertificateNumber, second.CertificateNumber);
    }

    [Fact]
    public void who_has_no_seat_cannot_finish() => Assert.Equal("not_enrolled", Refused(Batch(), Participant(InaqSahnun)));

    [Fact]
    public void nobody_finishes_before_the_first_day()
    {
        Assert.Equal("not_started", Refused(Batch(30, InaqSahnun) with { StartsOn = Today.AddDays(1), EndsOn = Today.AddDays(5) },
            Participant(InaqSahnun)));
        Assert.Null(Refused(Batch(30, InaqSahnun) with { StartsOn = Today, EndsOn = Today.AddDays(5) }, Participant(InaqSahnun)));
    }

    [Theory]
    [InlineData(VerificationOutcome.Deceased)]
    [InlineData(VerificationOutcome.Moved)]
    [InlineData(VerificationOutcome.NotFound)]
    [InlineData(VerificationOutcome.Refused)]
    public void who_was_not_found_at_the_last_visit_gets_no_certificate_and_keeps_the_one_they_hold(VerificationOutcome outcome)
    {
        Assert.Equal("unavailable", Refused(Batch(30, InaqSahnun), Participant(InaqSahnun, outcome)));
        Assert.Null(Refused(Batch(30, InaqSahnun).Apply(new TrainingCompleted(InaqSahnun, Given.BatchId, Today, "NTB-1")),
            Participant(InaqSahnun, outcome)));
    }

    [Fact]
    public void a_verification_that_has_expired_takes_no_certificate_away() =>
        Assert.Null(Refused(Batch(30, InaqSahnun), Participant(InaqSahnun, VerificationOutcome.Valid, Today.AddMonths(-20))));

    private static string? Refused(TrainingBatch batch, Participant participant) =>
        CompleteTrainingHandler.Validate(Command, batch, participant, Now)?.Code;
}
