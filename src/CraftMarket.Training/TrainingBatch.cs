using JasperFx.Events;

namespace CraftMarket.Training;

/// <summary>A batch was planned with a skill, a place, dates and a number of seats.</summary>
/// <param name="PublicTitle">What buyers read of it; null to tell what its programme tells.</param>
public sealed record BatchPlanned(ProgrammeId ProgrammeId, string Name, string Skill, DeliveryMode Mode, string? Venue,
    RegionCode? Village, DateOnly StartsOn, DateOnly EndsOn, int Capacity, string? PublicTitle = null);

/// <summary>Somebody got one of the batch's seats.</summary>
public sealed record ParticipantEnrolled(PersonId PersonId);

/// <summary>Somebody finished the batch and was given a certificate.</summary>
public sealed record ParticipantCompleted(PersonId PersonId, string CertificateNumber, DateOnly On);

/// <summary>A training batch (angkatan): its seats and who holds them.</summary>
/// <param name="Village">Where an on-the-spot batch learns; the trainees' home villages are their own.</param>
/// <param name="Seats">Who sits in it, with the certificate number of those who finished.</param>
public sealed record TrainingBatch(BatchId Id, ProgrammeId ProgrammeId, string Name, string Skill, DeliveryMode Mode,
    string? Venue,
    RegionCode? Village, DateOnly StartsOn, DateOnly EndsOn, int Capacity, IReadOnlyDictionary<PersonId, string?> Seats,
    string? PublicTitle = null)
{
    public static TrainingBatch Create(IEvent<BatchPlanned> e) => new(BatchId.From(e.StreamId), e.Data.ProgrammeId, e.Data.Name,
        e.Data.Skill, e.Data.Mode, e.Data.Venue, e.Data.Village, e.Data.StartsOn, e.Data.EndsOn, e.Data.Capacity,
        new Dictionary<PersonId, string?>(), e.Data.PublicTitle);

    public TrainingBatch Apply(ParticipantEnrolled e) => this with { Seats = With(e.PersonId, null) };

    public TrainingBatch Apply(ParticipantCompleted e) => this with { Seats = With(e.PersonId, e.CertificateNumber) };

    public bool IsFull => Seats.Count >= Capacity;

    public int Completed => Seats.Values.Count(x => x is not null);

    private Dictionary<PersonId, string?> With(PersonId person, string? certificate) => new(Seats) { [person] = certificate };
}
