namespace CraftMarket.Web.Composition;

/// <summary>Gives back to the machine what only the start needed: once, when the first visitors have been answered.</summary>
internal sealed class TrimAfterStart : BackgroundService
{
    private static readonly TimeSpan AfterTheRush = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterTheRush, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stoppingToken.IsCancellationRequested)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
