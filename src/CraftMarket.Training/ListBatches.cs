using Marten;

namespace CraftMarket.Training;

/// <summary>A batch in a list: what, where, when, and how many seats are taken and finished.</summary>
public sealed record BatchCard(BatchId Id, ProgrammeId ProgrammeId, string ProgrammeName, string Name, string Skill,
    DeliveryMode Mode,
    string? Venue, RegionCode? Village, DateOnly StartsOn, DateOnly EndsOn, int Capacity, int Taken, int Completed);

/// <summary>Batches of one programme or of all, the latest first.</summary>
public static class ListBatches
{
    public static async Task<IReadOnlyList<BatchCard>> Run(IQuerySession session, ProgrammeId? programme,
        CancellationToken cancellation)
    {
        var batches = await session.Query<TrainingBatch>().OrderByDescending(x => x.StartsOn).ToListAsync(cancellation);
        var names = (await session.Query<Programme>().ToListAsync(cancellation)).ToDictionary(x => x.Id, x => x.Name);
        return [.. batches.Where(x => programme is null || x.ProgrammeId == programme)
            .Select(x => CardOf(x, names[x.ProgrammeId]))];
    }

    internal static BatchCard CardOf(TrainingBatch x, string programme) =>
        new(x.Id, x.ProgrammeId, programme, x.Name, x.Skill, x.Mode,
        x.Venue, x.Village, x.StartsOn, x.EndsOn, x.Capacity, x.Seats.Count, x.Completed);
}
