namespace CraftMarket.Training;

/// <summary>A batch was planned. Stands in older streams; <see cref="Kernel.Facts.BatchOpened"/> says it now.</summary>
/// <param name="PublicTitle">What buyers read of it; null to tell what its programme tells.</param>
public sealed record BatchPlanned(ProgrammeId ProgrammeId, string Name, string Skill, DeliveryMode Mode, string? Venue,
    RegionCode? Village, DateOnly StartsOn, DateOnly EndsOn, int Capacity, string? PublicTitle = null);

/// <summary>Somebody got one of the batch's seats. Stands in older streams; <see cref="Kernel.Facts.TraineeEnrolled"/> says it
/// now.</summary>
public sealed record ParticipantEnrolled(PersonId PersonId);

/// <summary>Somebody finished the batch. Stands in older streams; <see cref="Kernel.Facts.TrainingCompleted"/> says it
/// now.</summary>
public sealed record ParticipantCompleted(PersonId PersonId, string CertificateNumber, DateOnly On);

/// <summary>A former trainee was given the seller role. Stands in older streams; <see cref="Kernel.Facts.ArtisanWelcomed"/> says
/// it now.</summary>
public sealed record TraineeBecameArtisan(ArtisanId ArtisanId);
