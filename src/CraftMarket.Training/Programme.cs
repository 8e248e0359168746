using JasperFx.Events;

namespace CraftMarket.Training;

/// <summary>A programme was started with a target head count.</summary>
public sealed record ProgrammeStarted(string Name, string Organiser, int Target);

/// <summary>A training programme: who organises it and how many people it means to train.</summary>
public sealed record Programme(ProgrammeId Id, string Name, string Organiser, int Target)
{
    public static Programme Create(IEvent<ProgrammeStarted> e) =>
        new(ProgrammeId.From(e.StreamId), e.Data.Name, e.Data.Organiser, e.Data.Target);
}
