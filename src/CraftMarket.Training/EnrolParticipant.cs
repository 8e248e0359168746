using CraftMarket.Kernel.Facts;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Training;

/// <summary>Gives a verified participant one of a batch's seats.</summary>
public sealed record EnrolParticipant(BatchId BatchId, PersonId PersonId);

public static class EnrolParticipantHandler
{
    public static Refusal? Validate(EnrolParticipant command, TrainingBatch batch)
    {
        if (batch.Seats.ContainsKey(command.PersonId))
            return Refusal.Conflict("already_enrolled", "Peserta ini sudah terdaftar di angkatan ini.",
                "This participant is already enrolled in this batch.");
        if (batch.IsFull)
            return Refusal.Conflict("batch_full", $"Angkatan ini sudah penuh: {batch.Capacity} kursi terisi.",
                $"This batch is full: all {batch.Capacity} seats are taken.");
        return null;
    }

    public static (Answer, Events, OutgoingMessages) Handle(EnrolParticipant command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] TrainingBatch batch) =>
        (Done.Instance, [new ParticipantEnrolled(command.PersonId)],
            [new TraineeEnrolled(command.PersonId, batch.Id, batch.Village ?? RegionCode.Parse("52"))]);
}
