using CraftMarket.Training.Participants;
using Marten;

namespace CraftMarket.Training;

/// <summary>One trainee of a batch; the name is in the person file.</summary>
public sealed record TraineeRow(PersonId PersonId, RegionCode Village, string? CertificateNumber, ArtisanId? ArtisanId);

/// <summary>One batch with everybody who has a seat.</summary>
/// <param name="PublicTitle">What buyers read of it beside the goods of those who agree; null when nothing may be told.</param>
public sealed record BatchSheet(BatchCard Batch, IReadOnlyList<TraineeRow> Trainees, string? PublicTitle);

/// <summary>One batch by its id; null when there is none.</summary>
public static class FindBatch
{
    public static async Task<BatchSheet?> Run(IQuerySession session, BatchId id, CancellationToken cancellation)
    {
        if (await session.LoadAsync<TrainingBatch>(id, cancellation) is not { } batch) return null;
        var programme = await session.LoadAsync<Programme>(batch.ProgrammeId, cancellation);
        var (track, words) = (await session.LoadAsync<SkillTrack>(batch.Skill, cancellation),
            await WelfareWords.Load(session, cancellation));
        PersonId[] seated = [.. batch.Seats.Keys];
        var people = (await session.Query<Participant>().Where(x => x.Id.IsOneOf(seated)).ToListAsync(cancellation))
            .ToDictionary(x => x.Id);
        return new(ListBatches.CardOf(batch, programme!.Name), [.. batch.Seats.Where(x => people.ContainsKey(x.Key))
            .Select(x => new TraineeRow(x.Key, people[x.Key].Village, x.Value, people[x.Key].ArtisanId))],
            PublicTitle.Of(batch.PublicTitle, programme.PublicTitle, track?.Name.Indonesian
                ?? batch.Skill, programme.Organiser, words));
    }
}
