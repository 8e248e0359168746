using CraftMarket.Kernel.Facts;
using Marten;
using Marten.Events.Projections;

namespace CraftMarket.Income;

/// <summary>A batch as the reports group by it.</summary>
public sealed record ReportedBatch(BatchId Id, BatchOpened Facts);

/// <summary>Somebody's seat in a batch.</summary>
/// <param name="Village">Home when the seat was given.</param>
public sealed record ReportedSeat(Guid Id, PersonId PersonId, BatchId BatchId, RegionCode Village);

/// <summary>As which artisan somebody sells.</summary>
public sealed record ReportedSeller(ArtisanId Id, PersonId PersonId);

/// <summary>Reads from Training's streams who was in which batch and who sells since. Inline: a baseline is judged by the first
/// day of the batch.</summary>
public sealed partial class ProgrammeReaders : EventProjection
{
    public ProgrammeReaders()
    {
        Name = "IncomeProgramme";
        Options.DeleteViewTypeOnTeardown<ReportedBatch>();
        Options.DeleteViewTypeOnTeardown<ReportedSeat>();
        Options.DeleteViewTypeOnTeardown<ReportedSeller>();
    }

    public void Project(BatchOpened e, IDocumentOperations operations) => operations.Store(new ReportedBatch(e.BatchId, e));

    public void Project(TraineeEnrolled e, IDocumentOperations operations) => operations.Store(new ReportedSeat(
        NewId.For("reported-seat", e.BatchId.Value.ToString(), e.PersonId.Value.ToString()), e.PersonId, e.BatchId, e.Village));

    public void Project(ArtisanWelcomed e, IDocumentOperations operations) =>
        operations.Store(new ReportedSeller(e.ArtisanId, e.PersonId));
}
