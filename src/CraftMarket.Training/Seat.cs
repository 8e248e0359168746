using JasperFx.Events;
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
}

/// <summary>Keeps the seats as the batches' streams tell them.</summary>
public sealed partial class SeatList : EventProjection
{
    public SeatList() => Name = "Seats";

    public void Project(IEvent<ParticipantEnrolled> e, IDocumentOperations operations) =>
        operations.Store(SeatOf(e.StreamId, e.Data.PersonId, null, null));

    public void Project(IEvent<ParticipantCompleted> e, IDocumentOperations operations) =>
        operations.Store(SeatOf(e.StreamId, e.Data.PersonId, e.Data.CertificateNumber, e.Data.On));

    private static Seat SeatOf(Guid stream, PersonId person, string? certificate, DateOnly? on)
    {
        var batch = BatchId.From(stream);
        return new(Seat.IdOf(batch, person), batch, person, certificate, on);
    }
}
