using CraftMarket.Kernel.Facts;
using CraftMarket.Training.Participants;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Training;

/// <summary>Gives verified participants seats of a batch, in this order while there are some; who cannot have one is told why
/// and keeps nobody else from theirs.</summary>
public sealed record EnrolParticipants(BatchId BatchId, IReadOnlyList<PersonId> People) : Confidential;

public static class EnrolParticipantsHandler
{
    public static Task<IReadOnlyList<Participant>> LoadAsync(EnrolParticipants command, IDocumentSession session,
        CancellationToken cancellation) =>
        session.Query<Participant>().Where(x => x.Id.IsOneOf(command.People.ToArray())).ToListAsync(cancellation);

    public static Refusal? Problem(PersonId person, TrainingBatch batch, Participant? participant, VerificationRule rule,
        DateTimeOffset now)
    {
        if (participant is null)
            return Refusal.Invalid("unknown_participant", "Peserta ini belum terdaftar.", "There is no such participant.",
                "participantId");
        if (batch.Seats.ContainsKey(person))
            return Refusal.Conflict("already_enrolled", "Peserta ini sudah terdaftar di angkatan ini.",
                "This participant is already enrolled in this batch.");
        if (participant.LastVisit is { Outcome: VerificationOutcome.Deceased }) return VerificationRule.Unavailable;
        if (rule.Of(participant, LocalMonth.DayOf(now)) != Standing.Ready)
            return Refusal.Conflict("not_verified",
                "Peserta ini belum diverifikasi, atau verifikasinya sudah kedaluwarsa. Minta pendamping berkunjung.",
                "This participant is not verified, or the verification has expired. Ask a companion to visit.");
        if (batch.IsFull)
            return Refusal.Conflict("batch_full", $"Angkatan ini sudah penuh: {batch.Capacity} kursi terisi.",
                $"This batch is full: all {batch.Capacity} seats are taken.");
        return null;
    }

    public static (Answer, Events) Handle(EnrolParticipants command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] TrainingBatch batch, IReadOnlyList<Participant> participants,
        VerificationRule rule, DateTimeOffset now)
    {
        var (answers, events) = (new Dictionary<PersonId, Answer>(), new Events());
        foreach (var person in command.People.Distinct())
        {
            var participant = participants.FirstOrDefault(x => x.Id == person);
            answers[person] = Problem(person, batch, participant, rule, now) as Answer ?? Done.Instance;
            if (answers[person] is Refusal) continue;
            var seated = new TraineeEnrolled(person, batch.Id, participant!.Village);
            batch = batch.Apply(seated);
            events.Add(seated);
        }

        return (new AnsweredEach(answers), events);
    }
}
