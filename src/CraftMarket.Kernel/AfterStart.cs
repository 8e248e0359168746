using Marten.Exceptions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CraftMarket.Kernel;

/// <summary>Something to be done once, after the program has started. A failure of the database stops nothing: it is logged, and
/// the next start tries again.</summary>
public abstract class AfterStart(IHostApplicationLifetime lifetime, ILogger log) : BackgroundService
{
    protected abstract Task WorkAsync(CancellationToken cancellation);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var waits = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        try
        {
            await started.Task.WaitAsync(stoppingToken);
            await WorkAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception e) when (e is NpgsqlException or MartenCommandException or TimeoutException)
        {
            log.LogWarning(e, "{Work} was not done. The next start tries again.", GetType().Name);
        }
    }
}
