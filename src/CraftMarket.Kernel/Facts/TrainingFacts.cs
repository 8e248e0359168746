namespace CraftMarket.Kernel.Facts;

/// <summary>Training opened a batch. Sent again, whole, when it is changed.</summary>
/// <param name="Mode"><c>inClass</c> or <c>onTheSpot</c>.</param>
/// <param name="PublicTitle">The only thing of it that may be told to buyers; null when nothing may. The other names tell of
/// registers of the poor.</param>
public sealed record BatchOpened(BatchId BatchId, string Name, ProgrammeId ProgrammeId, string ProgrammeName, string Skill,
    string Mode, DateOnly StartsOn, DateOnly EndsOn, string? PublicTitle = null);

/// <summary>Training enrolled somebody in a batch. <paramref name="Village"/> is the home village, not the venue.</summary>
public sealed record TraineeEnrolled(PersonId PersonId, BatchId BatchId, RegionCode Village);

/// <summary>Somebody finished the batch and holds its certificate.</summary>
public sealed record TrainingCompleted(PersonId PersonId, BatchId BatchId, DateOnly On);

/// <summary>A former trainee now sells as an artisan from the given village.</summary>
public sealed record ArtisanWelcomed(ArtisanId ArtisanId, PersonId PersonId, RegionCode Village);
