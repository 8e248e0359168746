using CraftMarket.Kernel.Facts;
using Marten;
using Marten.Events.Projections;

namespace CraftMarket.Training;

/// <summary>One person's place in one batch, so that a person's trainings can be found by the person.</summary>
/// <param name="Id">Batch and person, always the same for the two.</param>
public sealed record Seat(Guid Id, BatchId BatchId, PersonId PersonId, string? CertificateNumber, DateOnly? CompletedOn)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_seat";

    public static Guid IdOf(BatchId batch, PersonId person) => NewId.For("seat", batch.Value.ToString(), person.Value.ToString());

    internal static Seat Of(BatchId batch, PersonId person, string? certificate = null, DateOnly? on = null) =>
        new(IdOf(batch, person), batch, person, certificate, on);
}

/// <summary>Keeps the seats as the batches' streams tell them.</summary>
public sealed partial class SeatList : EventProjection
{
    public SeatList()
    {
        Name = "Seats";
        Options.DeleteViewTypeOnTeardown<Seat>();
    }

    public void Project(TraineeEnrolled e, IDocumentOperations operations) => operations.Store(Seat.Of(e.BatchId, e.PersonId));

    public void Project(TrainingCompleted e, IDocumentOperations operations) =>
        operations.Store(Seat.Of(e.BatchId, e.PersonId, e.CertificateNumber, e.On));
}
