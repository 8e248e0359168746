using Marten;

namespace CraftMarket.Training;

/// <summary>A programme as the office sees it in a list: the target and how far it has come.</summary>
/// <param name="Batches">Batches planned so far.</param>
/// <param name="InClassSeats">Seats planned in class; the on-the-spot ones are <paramref name="OnTheSpotSeats"/>.</param>
/// <param name="Enrolled">Different people with a seat in any batch.</param>
/// <param name="Completed">Different people who finished any batch.</param>
public sealed record ProgrammeCard(ProgrammeId Id, string Name, string Organiser, int Target, int Batches, int InClassSeats,
    int OnTheSpotSeats, int Enrolled, int Completed);

/// <summary>All programmes with their counts, by name.</summary>
public static class ListProgrammes
{
    public static async Task<IReadOnlyList<ProgrammeCard>> Run(IQuerySession session, CancellationToken cancellation)
    {
        var programmes = await session.Query<Programme>().OrderBy(x => x.Name).ToListAsync(cancellation);
        var batches = (await session.Query<TrainingBatch>().ToListAsync(cancellation)).ToLookup(x => x.ProgrammeId);
        return [.. programmes.Select(x => CardOf(x, [.. batches[x.Id]]))];
    }

    private static ProgrammeCard CardOf(Programme programme, TrainingBatch[] batches)
    {
        var seats = batches.SelectMany(x => x.Seats).ToArray();
        return new(programme.Id, programme.Name, programme.Organiser, programme.Target, batches.Length,
            batches.Where(x => x.Mode == DeliveryMode.InClass).Sum(x => x.Capacity),
            batches.Where(x => x.Mode == DeliveryMode.OnTheSpot).Sum(x => x.Capacity),
            seats.Select(x => x.Key).Distinct().Count(),
            seats.Where(x => x.Value is not null).Select(x => x.Key).Distinct().Count());
    }
}
