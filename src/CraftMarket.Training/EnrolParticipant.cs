using CraftMarket.Kernel.Facts;
using CraftMarket.Training.Participants;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Training;

/// <summary>Gives a verified participant one of a batch's seats.</summary>
public sealed record EnrolParticipant(BatchId BatchId, PersonId PersonId);

public static class EnrolParticipantHandler
{
    public static Task<Participant?> LoadAsync(EnrolParticipant command, IDocumentSession session,
        CancellationToken cancellation) =>
        session.LoadAsync<Participant>(command.PersonId, cancellation);

    public static Refusal? Validate(EnrolParticipant command, TrainingBatch batch, Participant? participant,
        VerificationRule rule, DateTimeOffset now)
    {
        if (participant is null)
            return Refusal.Invalid("unknown_participant", "Peserta ini belum terdaftar.", "There is no such participant.",
                "participantId");
        if (batch.Seats.ContainsKey(command.PersonId))
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

    public static (Answer, Events) Handle(EnrolParticipant command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] TrainingBatch batch, Participant? participant) =>
        (Done.Instance, [new TraineeEnrolled(command.PersonId, batch.Id, participant!.Village)]);
}
