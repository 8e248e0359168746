using System.Collections.Concurrent;
using CraftMarket.Media;
using Marten;

namespace CraftMarket.Web.Pages;

/// <summary>The few dots of each photo that a page shows until the photo is there, kept in memory: pages ask for the same ones
/// all day.</summary>
public sealed class PhotoSeeds(IDocumentStore store, TimeProvider clock)
{
    /// <summary>About 200 bytes each.</summary>
    private const int Most = 20_000;

    /// <summary>A photo that nobody has looked at yet is asked for again after this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (string? Seed, DateTimeOffset Asked)> _known = new(StringComparer.Ordinal);

    /// <param name="small">Addresses of photos' smallest pictures.</param>
    /// <returns>The dots by those addresses; none for photos that were not looked at.</returns>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<string?> small, CancellationToken cancellation)
    {
        var asked = small.OfType<string>().ToHashSet(StringComparer.Ordinal);
        var now = clock.GetUtcNow();
        var unknown = asked.Where(x => !_known.TryGetValue(x, out var known) || known.Seed is null
            && now - known.Asked > Patience).ToArray();
        if (unknown.Length > 0) await LearnAsync(unknown, now, cancellation);
        var seeds = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in asked)
            if (_known.TryGetValue(address, out var known) && known.Seed is { } seed) seeds[address] = seed;
        return seeds;
    }

    private async Task LearnAsync(string[] unknown, DateTimeOffset now, CancellationToken cancellation)
    {
        if (_known.Count + unknown.Length > Most) _known.Clear();
        await using var session = store.QuerySession();
        var looks = await session.QueryAsync<PhotoLook>("where data ->> 'Small' = any(?)", cancellation, [unknown]);
        foreach (var address in unknown) _known[address] = (null, now);
        foreach (var look in looks) _known[look.Small] = (look.Seed, now);
    }
}

internal static class PhotoSeedExtensions
{
    /// <summary>Empty for a photo that was not looked at.</summary>
    public static string DotsOf(this IReadOnlyDictionary<string, string> seeds, string? small) =>
        small is null ? "" : seeds.GetValueOrDefault(small, "");
}
