using System.Text.Json.Serialization;
using CraftMarket.Kernel.Facts;
using JasperFx.Events;

namespace CraftMarket.Training.Participants;

/// <summary>A welfare register names the person; without a source and a date the claim is worth nothing.</summary>
/// <param name="Register">The register in its own name, such as P3KE or DTSEN: registers merge and change.</param>
/// <param name="Decile">Welfare decile, 1 the poorest, where the register gives one.</param>
public sealed record RegisterFlag(string Register, string Source, DateOnly AsOf, int? Decile);

/// <summary>The row of a source list that somebody came from.</summary>
/// <param name="FileHash">SHA-256 of the file, hexadecimal.</param>
/// <param name="Row">Line of the file; the header is line 1.</param>
public sealed record SourceRow(string FileHash, int Row, string Source, DateOnly AsOf);

/// <summary>Somebody was registered as a possible participant. Name and NIK are in the person file, never here.</summary>
public sealed record ParticipantRegistered(RegionCode Village, IReadOnlyList<RegisterFlag> Registers, SourceRow? Origin);

/// <summary>A companion visited the participant and found them as stated, changed, moved, dead, absent or unwilling.</summary>
/// <param name="Companion">Account of the companion.</param>
public sealed record ParticipantVerified(VerificationOutcome Outcome, DateOnly VisitedOn, string Companion);

/// <summary>A possible participant of trainings, with what a companion last found at the door.</summary>
/// <param name="LastVisit">The visit with the latest date, whenever it was told.</param>
public sealed record Participant(PersonId Id, RegionCode Village, IReadOnlyList<RegisterFlag> Registers, SourceRow? Origin,
    Visit? LastVisit, ArtisanId? ArtisanId)
{
    public static Participant Create(IEvent<ParticipantRegistered> e) =>
        new(PersonId.From(e.StreamId), e.Data.Village, e.Data.Registers, e.Data.Origin, null, null);

    public Participant Apply(ParticipantVerified e) => LastVisit is { } last && last.On > e.VisitedOn
        ? this
        : this with { LastVisit = new(e.Outcome, e.VisitedOn, e.Companion) };

    public Participant Apply(ArtisanWelcomed e) => this with { ArtisanId = e.ArtisanId };

    public Participant Apply(TraineeBecameArtisan e) => this with { ArtisanId = e.ArtisanId };
}

/// <summary>One visit of a companion.</summary>
public sealed record Visit(VerificationOutcome Outcome, DateOnly On, string Companion)
{
    /// <summary>The person lives there and is willing; else moved, died, was not there or refused.</summary>
    [JsonIgnore]
    public bool Found => Outcome is VerificationOutcome.Valid or VerificationOutcome.Changed;
}
