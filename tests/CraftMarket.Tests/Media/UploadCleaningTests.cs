using System.Collections.Concurrent;
using CraftMarket.Media;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CraftMarket.Tests.Media;

/// <summary>What is left over is cleaned away, also when that fails once.</summary>
public sealed class UploadCleaningTests(RunningMarket market)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_database_that_is_away_for_an_hour_ends_no_cleaning()
    {
        await using var away = DocumentStore.For("Host=127.0.0.1;Port=1;Database=away;Username=away;Timeout=1");
        var (folder, log) = (Directory.CreateTempSubdirectory().FullName, new Heard());
        using var cleaning = new UploadCleaning(away, new(new FolderKeeper(folder)), new(new FolderPieces(folder)),
            new Hasty(), log);
        await cleaning.StartAsync(Cancellation);
        await Patience.Until(() => log.Warnings.Count >= 2 || cleaning.ExecuteTask!.IsCompleted);
        Assert.False(cleaning.ExecuteTask!.IsCompleted, $"{cleaning.ExecuteTask.Exception}");
        Assert.True(log.Warnings.Count >= 2);
        await cleaning.StopAsync(Cancellation);
    }

    [Fact]
    public async Task what_a_crash_left_on_its_way_in_goes_after_a_day()
    {
        var blobs = market.Services.GetRequiredService<BlobStore>();
        await using var left = blobs.NewUpload();
        await using var coming = blobs.NewUpload();
        File.SetLastWriteTimeUtc(left.Name, DateTime.UtcNow.AddHours(-25));
        await market.Services.GetRequiredService<UploadCleaning>().CleanAsync(Cancellation);
        Assert.Equal((false, true), (File.Exists(left.Name), File.Exists(coming.Name)));
    }

    /// <summary>An hour passes in a moment.</summary>
    private sealed class Hasty : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(5));
    }

    private sealed class Heard : ILogger<UploadCleaning>
    {
        public ConcurrentBag<string> Warnings { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning) Warnings.Add(formatter(state, exception));
        }
    }
}
