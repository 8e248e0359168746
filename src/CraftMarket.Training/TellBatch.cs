using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine;

namespace CraftMarket.Training;

/// <summary>Tells again what a batch is and what buyers may read of it.</summary>
public sealed record TellBatch(BatchId BatchId);

public static class TellBatchHandler
{
    public static async Task<BatchOpened?> LoadAsync(TellBatch command, IQuerySession session, CancellationToken cancellation)
    {
        if (await session.LoadAsync<TrainingBatch>(command.BatchId, cancellation) is not { } batch) return null;
        var programme = await session.LoadAsync<Programme>(batch.ProgrammeId, cancellation);
        var track = await session.LoadAsync<SkillTrack>(batch.Skill, cancellation)
            ?? new(batch.Skill, new(batch.Skill, batch.Skill));
        return Told(batch.Id, new(batch.ProgrammeId, batch.Name, batch.Skill, batch.Mode, batch.Venue, batch.Village,
            batch.StartsOn, batch.EndsOn, batch.Capacity,
            batch.PublicTitle), programme!, track, await WelfareWords.Load(session, cancellation));
    }

    public static OutgoingMessages Handle(TellBatch command, BatchOpened? told) => told is null ? [] : [told];

    internal static BatchOpened Told(BatchId id, BatchPlanned planned, Programme programme, SkillTrack track,
        WelfareWords words) =>
        new(id, planned.Name, planned.ProgrammeId, programme.Name, track.Id, planned.Mode.Name(), planned.StartsOn,
            planned.EndsOn,
            PublicTitle.Of(planned.PublicTitle, programme.PublicTitle, track.Name.Indonesian, programme.Organiser, words));
}
