using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Training;

/// <summary>What Training keeps: batches, programmes, participants.</summary>
public static class TrainingModule
{
    public static IServiceCollection AddTraining(this IServiceCollection services) => services.ConfigureMarten(options =>
    {
        options.Events.AddEventTypes([typeof(BatchPlanned), typeof(ParticipantEnrolled), typeof(ParticipantCompleted)]);
        options.Projections.Snapshot<TrainingBatch>(SnapshotLifecycle.Inline);
    });
}
