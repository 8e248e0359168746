using Wolverine.Marten;

namespace CraftMarket.Training;

/// <summary>Plans a batch of a programme.</summary>
public sealed record PlanBatch(BatchId BatchId, ProgrammeId ProgrammeId, string Name, string Skill, DeliveryMode Mode, string Venue,
    RegionCode? Village, DateOnly StartsOn, DateOnly EndsOn, int Capacity);

public static class PlanBatchHandler
{
    public static (Answer, IStartStream) Handle(PlanBatch command, DateTimeOffset now) =>
        (Done.Instance, MartenOps.StartStream<TrainingBatch>(command.BatchId.Value, new BatchPlanned(command.ProgrammeId, command.Name,
            command.Skill, command.Mode, command.Venue, command.Village, command.StartsOn, command.EndsOn, command.Capacity)));
}
