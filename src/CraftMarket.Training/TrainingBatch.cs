using CraftMarket.Kernel.Facts;
using JasperFx.Events;

namespace CraftMarket.Training;

/// <summary>A training batch (angkatan): its seats and who holds them.</summary>
/// <param name="Village">Where an on-the-spot batch learns; the trainees' home villages are their own.</param>
/// <param name="Seats">Who sits in it, with the certificate number of those who finished.</param>
public sealed record TrainingBatch(BatchId Id, ProgrammeId ProgrammeId, string Name, string Skill, DeliveryMode Mode,
    string? Venue,
    RegionCode? Village, DateOnly StartsOn, DateOnly EndsOn, int Capacity, IReadOnlyDictionary<PersonId, string?> Seats,
    string? PublicTitle = null)
{
    public static TrainingBatch Create(BatchOpened e) => new(e.BatchId, e.ProgrammeId, e.Name, e.Skill,
        DeliveryModes.Parse(e.Mode)!.Value, e.Venue, e.Village, e.StartsOn, e.EndsOn, e.Capacity,
        new Dictionary<PersonId, string?>(), e.TypedTitle);

    public TrainingBatch Apply(BatchOpened e) => Create(e) with { Seats = Seats };

    /// <summary>A certificate stays, also where the seat is told again.</summary>
    public TrainingBatch Apply(TraineeEnrolled e) =>
        Seats.ContainsKey(e.PersonId) ? this : this with { Seats = With(e.PersonId, null) };

    public TrainingBatch Apply(TrainingCompleted e) => this with { Seats = With(e.PersonId, e.CertificateNumber) };

    public static TrainingBatch Create(IEvent<BatchPlanned> e) => new(BatchId.From(e.StreamId), e.Data.ProgrammeId, e.Data.Name,
        e.Data.Skill, e.Data.Mode, e.Data.Venue, e.Data.Village, e.Data.StartsOn, e.Data.EndsOn, e.Data.Capacity,
        new Dictionary<PersonId, string?>(), e.Data.PublicTitle);

    public TrainingBatch Apply(ParticipantEnrolled e) => this with { Seats = With(e.PersonId, null) };

    public TrainingBatch Apply(ParticipantCompleted e) => this with { Seats = With(e.PersonId, e.CertificateNumber) };

    public bool IsFull => Seats.Count >= Capacity;

    public int Completed => Seats.Values.Count(x => x is not null);

    private Dictionary<PersonId, string?> With(PersonId person, string? certificate) => new(Seats) { [person] = certificate };
}
