using Marten;

namespace CraftMarket.Training.Participants;

/// <summary>Which participant an artisan is.</summary>
public static class FindArtisan
{
    public static async Task<Participant?> Run(IQuerySession session, ArtisanId artisan, CancellationToken cancellation) =>
        await session.Query<Participant>().FirstOrDefaultAsync(x => x.ArtisanId == artisan, cancellation);
}
