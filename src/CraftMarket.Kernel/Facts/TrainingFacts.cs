namespace CraftMarket.Kernel.Facts;

/// <summary>A batch was opened, or is described anew: whole each time, in the batch's own stream.</summary>
/// <param name="Mode"><c>inClass</c> or <c>onTheSpot</c>.</param>
/// <param name="PublicTitle">The only thing of it that may be told to buyers; null when nothing may. The other names tell of
/// registers of the poor.</param>
/// <param name="Venue">Where it learns in class.</param>
/// <param name="Village">Where it learns on the spot; the trainees' home villages are their own.</param>
/// <param name="Capacity">Seats.</param>
/// <param name="TypedTitle">What the office typed for buyers; null to tell what its programme tells.</param>
public sealed record BatchOpened(BatchId BatchId, string Name, ProgrammeId ProgrammeId, string ProgrammeName, string Skill,
    string Mode, DateOnly StartsOn, DateOnly EndsOn, string? PublicTitle, string? Venue, RegionCode? Village, int Capacity,
    string? TypedTitle = null);

/// <summary>Somebody got one of a batch's seats, in the batch's own stream. <paramref name="Village"/> is the home village, not
/// the venue.</summary>
public sealed record TraineeEnrolled(PersonId PersonId, BatchId BatchId, RegionCode Village);

/// <summary>Somebody finished the batch and holds its certificate, in the batch's own stream.</summary>
public sealed record TrainingCompleted(PersonId PersonId, BatchId BatchId, DateOnly On, string CertificateNumber);

/// <summary>A former trainee sells as an artisan from the given village, in the participant's own stream.</summary>
public sealed record ArtisanWelcomed(ArtisanId ArtisanId, PersonId PersonId, RegionCode Village);
