using CraftMarket.Kernel.Facts;
using CraftMarket.Training;
using static CraftMarket.Specs.Training.Given;

namespace CraftMarket.Specs.Training;

public sealed class CompleteTrainingSpecs
{
    private static readonly CompleteTraining Command = new(Given.BatchId, InaqSahnun);

    [Fact]
    public void who_finished_a_past_batch_finished_it_on_its_last_day()
    {
        var (answer, events, messages) = CompleteTrainingHandler.Handle(Command, Batch(30, InaqSahnun, AmaqRajab), Now);
        var number = Assert.IsType<Certified>(answer).CertificateNumber;
        Assert.Equal([new ParticipantCompleted(InaqSahnun, number, new(2026, 7, 12))], events);
        Assert.Equal([new TrainingCompleted(InaqSahnun, Given.BatchId, new(2026, 7, 12))], messages);
    }

    [Fact]
    public void who_finishes_a_running_batch_finishes_today()
    {
        var running = Batch(30, InaqSahnun) with { EndsOn = Today.AddDays(3) };
        Assert.Equal(Today, Assert.IsType<ParticipantCompleted>(CompleteTrainingHandler.Handle(Command, running, Now).Item2.Single()).On);
    }

    [Fact]
    public void finishing_twice_keeps_the_certificate()
    {
        var (first, events, _) = CompleteTrainingHandler.Handle(Command, Batch(30, InaqSahnun), Now);
        var after = Batch(30, InaqSahnun).Apply((ParticipantCompleted)events.Single());
        var (second, again, messages) = CompleteTrainingHandler.Handle(Command, after, Now);
        Assert.Equal(first, second);
        Assert.Empty(again);
        Assert.Empty(messages);
    }

    [Fact]
    public void two_trainees_have_two_numbers()
    {
        var batch = Batch(30, InaqSahnun, AmaqRajab);
        var first = (ParticipantCompleted)CompleteTrainingHandler.Handle(Command, batch, Now).Item2.Single();
        var second = (ParticipantCompleted)CompleteTrainingHandler.Handle(Command with { PersonId = AmaqRajab }, batch.Apply(first), Now).Item2.Single();
        Assert.NotEqual(first.CertificateNumber, second.CertificateNumber);
    }

    [Fact]
    public void who_has_no_seat_cannot_finish() => Assert.Equal("not_enrolled", CompleteTrainingHandler.Validate(Command, Batch())?.Code);
}
