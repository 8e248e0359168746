using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Training;
using CraftMarket.Training.Participants;
using static CraftMarket.Specs.Training.Given;

namespace CraftMarket.Specs.Training;

public sealed class CompleteTrainingSpecs
{
    private static readonly CompleteTraining Command = new(Given.BatchId, [InaqSahnun]);

    [Fact]
    public void who_finished_a_past_batch_finished_it_on_its_last_day()
    {
        var (answer, events) = Handle(Command, Batch(30, InaqSahnun, AmaqRajab));
        var number = Assert.IsType<Certified>(AnsweredEach.Of(answer, InaqSahnun)).CertificateNumber;
        Assert.Equal([new TrainingCompleted(InaqSahnun, Given.BatchId, new(2026, 7, 12), number)], events);
    }

    [Fact]
    public void who_finishes_a_running_batch_finishes_today()
    {
        var running = Batch(30, InaqSahnun) with { EndsOn = Today.AddDays(3) };
        Assert.Equal(Today,
            Assert.IsType<TrainingCompleted>(Handle(Command, running).Item2.Single()).On);
    }

    [Fact]
    public void finishing_twice_keeps_the_certificate()
    {
        var (first, events) = Handle(Command, Batch(30, InaqSahnun));
        var after = Batch(30, InaqSahnun).Apply((TrainingCompleted)events.Single());
        var (second, again) = Handle(Command, after);
        Assert.Equal(AnsweredEach.Of(first, InaqSahnun), AnsweredEach.Of(second, InaqSahnun));
        Assert.Empty(again);
    }

    [Fact]
    public void two_trainees_have_two_numbers()
    {
        var (answer, events) = Handle(new(Given.BatchId, [InaqSahnun, AmaqRajab]), Batch(30, InaqSahnun, AmaqRajab));
        Assert.Equal(2, events.Cast<TrainingCompleted>().Select(x => x.CertificateNumber).Distinct().Count());
        Assert.NotEqual(AnsweredEach.Of(answer, InaqSahnun), AnsweredEach.Of(answer, AmaqRajab));
    }

    [Fact]
    public void who_has_no_seat_keeps_no_certificate_from_the_others()
    {
        var (answer, events) = Handle(new(Given.BatchId, [AmaqRajab, InaqSahnun]), Batch(30, InaqSahnun));
        Assert.Equal("not_enrolled", Assert.IsType<Refusal>(AnsweredEach.Of(answer, AmaqRajab)).Code);
        Assert.Equal(InaqSahnun, Assert.IsType<TrainingCompleted>(Assert.Single(events)).PersonId);
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
        CompleteTrainingHandler.Problem(InaqSahnun, batch, participant, Now)?.Code;

    private static (Answer, Wolverine.Marten.Events) Handle(CompleteTraining command, TrainingBatch batch) =>
        CompleteTrainingHandler.Handle(command, batch, [Participant(InaqSahnun), Participant(AmaqRajab)], Now);
}
