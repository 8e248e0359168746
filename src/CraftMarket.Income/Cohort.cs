using JasperFx.Events;

namespace CraftMarket.Income;

/// <summary>A training batch was described, whole; the latest description counts.</summary>
/// <param name="StartsOn">Its first day; null in streams from before it was told.</param>
public sealed record CohortDescribed(BatchId BatchId, string Name, ProgrammeId ProgrammeId, string ProgrammeName, string Skill,
    string Mode, DateOnly? StartsOn = null);

/// <summary>A batch as the reports group by it.</summary>
public sealed record Cohort(Guid Id, CohortDescribed Facts)
{
    /// <summary>The batch's own id is another room's stream.</summary>
    public static Guid IdOf(BatchId batch) => StreamId.For("cohort", batch.Value.ToString());

    public static Cohort Create(IEvent<CohortDescribed> e) => new(e.StreamId, e.Data);

    public Cohort Apply(CohortDescribed e) => this with { Facts = e };
}
