using Marten;

namespace CraftMarket.Training.Participants;

/// <summary>Which persons stand behind these artisans.</summary>
public static class PeopleOfArtisans
{
    public static async Task<IReadOnlyDictionary<ArtisanId, PersonId>> Run(IQuerySession session,
        IReadOnlyCollection<ArtisanId> artisans,
        CancellationToken cancellation)
    {
        var found = await session.QueryAsync<Participant>("where data ->> 'ArtisanId' = any(?)", cancellation,
            new object[] { artisans.Select(x => x.Value.ToString()).ToArray() });
        return found.ToDictionary(x => x.ArtisanId!.Value, x => x.Id);
    }
}
