using Marten;

namespace CraftMarket.Media;

/// <summary>Photos by their ids.</summary>
public static class FindPhotos
{
    /// <summary>Whatever their state; an unknown one is left out.</summary>
    public static async Task<IReadOnlyDictionary<PhotoId, Photo>> PhotosBy(this IQuerySession session, IEnumerable<PhotoId> ids,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        Guid[] asked = [.. ids.Select(x => x.Value).Distinct()];
        return asked.Length == 0 ? new Dictionary<PhotoId, Photo>()
            : (await session.QueryAsync<Photo>("where id = any(?)", cancellation, [asked])).ToDictionary(x => x.Id);
    }
}
