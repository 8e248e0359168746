using CraftMarket.Kernel;
using CraftMarket.Training;
using CraftMarket.Training.Participants;

namespace CraftMarket.Specs.Training;

/// <summary>The people and batches that the specs of Training speak of.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 11, 22);
    public static readonly ProgrammeId ProgrammeId = new(Guid.Parse("0193a000-0000-7000-8000-000000000001"));
    public static readonly BatchId BatchId = new(Guid.Parse("0193a000-0000-7000-8000-0000000000b3"));
    public static readonly PersonId InaqSahnun = new(Guid.Parse("0193a000-0000-7000-8000-000000000101"));
    public static readonly PersonId AmaqRajab = new(Guid.Parse("0193a000-0000-7000-8000-000000000102"));
    public static readonly VerificationRule Rule = new(12);

    public static readonly Programme Programme = new(ProgrammeId, "Perajin Semoyang", "Disperin NTB", 480);

    public static TrainingBatch Batch(int capacity = 30, params PersonId[] seated) =>
        new(BatchId, ProgrammeId, "Angkatan 3", "kerajinan",
        DeliveryMode.InClass, "UPTD Balatkop", null, new(2026, 7, 8), new(2026, 7, 12), capacity,
        seated.ToDictionary(x => x, _ => (string?)null));

    public static Participant Participant(PersonId person, VerificationOutcome? outcome = VerificationOutcome.Valid,
        DateOnly? visitedOn = null) =>
        new(person, Regions.Semoyang, [], null, outcome is { } found ? new(found, visitedOn ?? new(2026, 6, 1), "companion-1")
            : null, null);
}
