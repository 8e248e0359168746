using JasperFx.Events;

namespace CraftMarket.Training;

/// <summary>A programme was started with a target head count.</summary>
/// <param name="PublicTitle">What buyers read of its trainings; null when nothing was written for them.</param>
public sealed record ProgrammeStarted(string Name, string Organiser, int Target, string? PublicTitle = null);

/// <summary>A training programme: who organises it and how many people it means to train.</summary>
public sealed record Programme(ProgrammeId Id, string Name, string Organiser, int Target, string? PublicTitle = null)
{
    public static Programme Create(IEvent<ProgrammeStarted> e) =>
        new(ProgrammeId.From(e.StreamId), e.Data.Name, e.Data.Organiser, e.Data.Target, e.Data.PublicTitle);
}
