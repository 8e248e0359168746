using CraftMarket.Kernel.Facts;
using CraftMarket.Training.Participants;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Training;

/// <summary>Records who finished the batch; who cannot have is told why. Told twice, the certificate keeps its number.</summary>
public sealed record CompleteTraining(BatchId BatchId, IReadOnlyList<PersonId> People) : Confidential;

/// <summary>The certificate that the trainee holds now.</summary>
public sealed record Certified(string CertificateNumber) : Answer;

public static class CompleteTrainingHandler
{
    public static Task<IReadOnlyList<Participant>> LoadAsync(CompleteTraining command, IDocumentSession session,
        CancellationToken cancellation) =>
        session.Query<Participant>().Where(x => x.Id.IsOneOf(command.People.ToArray())).ToListAsync(cancellation);

    public static Refusal? Problem(PersonId person, TrainingBatch batch, Participant? participant, DateTimeOffset now)
    {
        if (!batch.Seats.TryGetValue(person, out var held))
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
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] TrainingBatch batch, IReadOnlyList<Participant> participants,
        DateTimeOffset now)
    {
        var (answers, events) = (new Dictionary<PersonId, Answer>(), new Events());
        // A past batch ended on its last day, not on the day somebody typed it in.
        var today = LocalMonth.DayOf(now);
        var on = batch.EndsOn < today ? batch.EndsOn : today;
        foreach (var person in command.People.Distinct())
        {
            var refusal = Problem(person, batch, participants.FirstOrDefault(x => x.Id == person), now);
            var held = batch.Seats.GetValueOrDefault(person);
            var number = held ?? CertificateNumber.Of(batch.Id, on.Year, batch.Completed + 1);
            answers[person] = refusal as Answer ?? new Certified(number);
            if (refusal is not null || held is not null) continue;
            var completed = new TrainingCompleted(person, batch.Id, on, number);
            batch = batch.Apply(completed);
            events.Add(completed);
        }

        return (new AnsweredEach(answers), events);
    }
}
