using System.Collections.Concurrent;
using System.Diagnostics;

namespace CraftMarket.Tests;

/// <summary>What the database is asked while something is done.</summary>
internal static class RoundTrips
{
    /// <summary>How many times it was asked.</summary>
    public static async Task<(int, T)> Count<T>(Func<Task<T>> ask)
    {
        var (asked, answer) = await Of(ask);
        return (asked.Count, answer);
    }

    /// <summary>What it was asked, a round trip each.</summary>
    public static async Task<(IReadOnlyCollection<string>, T)> Of<T>(Func<Task<T>> ask)
    {
        var asked = new ConcurrentQueue<string>();
        using var here = new Activity("counted").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = x => x.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = x =>
            {
                if (x.TraceId == here.TraceId && x.TagObjects.FirstOrDefault(t => t.Key is "db.statement" or "db.query.text")
                    .Value is string text) asked.Enqueue(text);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var answer = await ask();
        return (asked, answer);
    }
}
