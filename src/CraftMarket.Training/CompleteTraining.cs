using CraftMarket.Kernel.Facts;
using CraftMarket.Training.Participants;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Training;

/// <summary>Records that somebody finished the batch. Told twice, the certificate keeps its number.</summary>
public sealed record CompleteTraining(BatchId BatchId, PersonId PersonId);

/// <summary>The certificate that the trainee holds now.</summary>
public sealed record Certified(string CertificateNumber) : Answer;

public static class CompleteTrainingHandler
{
    public static Task<Participant?> LoadAsync(CompleteTraining command, IDocumentSession session,
        CancellationToken cancellation) =>
        session.LoadAsync<Participant>(command.PersonId, cancellation);

    public static Refusal? Validate(CompleteTraining command, TrainingBatch batch, Participant? participant, DateTimeOffset now)
    {
        if (!batch.Seats.TryGetValue(command.PersonId, out var held))
            return Refusal.Conflict("not_enrolled", "Peserta ini tidak terdaftar di angkatan ini.",
                "This participant is not enrolled in this batch.");
        // A certificate that was given stays: who did not hear the answer hears its number again.
        if (held is not null) return null;
        if (LocalMonth.DayOf(now) < batch.StartsOn)
            return Refusal.Conflict("not_started", "Pelatihan ini belum mulai, jadi belum ada yang bisa lulus.",
                "This training has not begun, so nobody can have finished it.");
        return participant?.LastVisit is { Found: false } ? VerificationRule.Unavailable : null;
    }

    public static (Answer, Events) Handle(CompleteTraining command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] TrainingBatch batch, DateTimeOffset now)
    {
        if (batch.Seats[command.PersonId] is { } held) return (new Certified(held), []);
        // A past batch ended on its last day, not on the day somebody typed it in.
        var today = LocalMonth.DayOf(now);
        var on = batch.EndsOn < today ? batch.EndsOn : today;
        var number = CertificateNumber.Of(batch.Id, on.Year, batch.Completed + 1);
        return (new Certified(number), [new TrainingCompleted(command.PersonId, batch.Id, on, number)]);
    }
}
