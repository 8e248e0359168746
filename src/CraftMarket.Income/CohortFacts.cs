using CraftMarket.Kernel.Facts;
using Wolverine.Marten;

namespace CraftMarket.Income;

/// <summary>Training told about a batch; told again unchanged, nothing happens.</summary>
public static class BatchFactHandler
{
    public static Guid CohortOf(BatchOpened fact) => Cohort.IdOf(fact.BatchId);

    public static Events Handle(BatchOpened fact,
        [WriteAggregate(FromMethod = nameof(CohortOf), Required = false)] Cohort? cohort)
    {
        var described = new CohortDescribed(fact.BatchId, fact.Name, fact.ProgrammeId, fact.ProgrammeName, fact.Skill, fact.Mode,
            fact.StartsOn);
        return described == cohort?.Facts ? [] : [described];
    }
}

/// <summary>Training told about a seat. The facts of one person arrive in any order, and more than once.</summary>
public static class EnrolmentFactHandler
{
    public static Guid LivelihoodOf(TraineeEnrolled fact) => Livelihood.IdOf(fact.PersonId);

    public static Events Handle(TraineeEnrolled fact,
        [WriteAggregate(FromMethod = nameof(LivelihoodOf), Required = false)] Livelihood? livelihood) =>
        livelihood?.Batches.Contains(fact.BatchId) == true ? [] : [new CohortJoined(fact.PersonId, fact.BatchId, fact.Village)];
}

/// <summary>Training told about a completion.</summary>
public static class CompletionFactHandler
{
    public static Guid LivelihoodOf(TrainingCompleted fact) => Livelihood.IdOf(fact.PersonId);

    public static Events Handle(TrainingCompleted fact,
        [WriteAggregate(FromMethod = nameof(LivelihoodOf), Required = false)] Livelihood? livelihood) =>
        livelihood?.Finished.Contains(fact.BatchId) == true ? [] : [new CohortFinished(fact.PersonId, fact.BatchId, fact.On)];
}

/// <summary>Training told that somebody sells now.</summary>
public static class ArtisanFactHandler
{
    public static Guid LivelihoodOf(ArtisanWelcomed fact) => Livelihood.IdOf(fact.PersonId);

    public static Events Handle(ArtisanWelcomed fact,
        [WriteAggregate(FromMethod = nameof(LivelihoodOf), Required = false)] Livelihood? livelihood) =>
        livelihood?.ArtisanId is not null ? [] : [new SellingBegan(fact.PersonId, fact.ArtisanId, fact.Village)];
}
