using System.Diagnostics;

namespace CraftMarket.Tests;

/// <summary>Waits for what comes after the reply. On a busy machine it comes late, so only what never comes is a
/// failure.</summary>
internal static class Patience
{
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(90);

    /// <summary>Looks again until it holds; after a minute and a half it fails with what it saw last.</summary>
    public static async Task<T> Until<T>(Func<Task<T>> look, Func<T, bool> holds)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            var seen = await look();
            if (holds(seen)) return seen;
            Assert.True(waited.Elapsed < Most, $"Still not so after {Most.TotalSeconds} s: {seen}");
        }
    }

    public static Task Until(Func<Task<bool>> so) => Until(so, x => x);

    public static Task Until(Func<bool> so) => Until(() => Task.FromResult(so()));
}
