using CraftMarket.Catalogue;
using CraftMarket.Training;
using Marten;
using Npgsql;
using Wolverine;

namespace CraftMarket.Web.Composition;

/// <summary>Once after an upgrade: asks Training to tell again of batches for which the shop keeps what the office calls them and
/// no title for buyers.</summary>
internal sealed class UntitledTrainings(IDocumentStore store, IServiceScopeFactory scopes, IHostApplicationLifetime life,
    ILogger<UntitledTrainings> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var waits = life.ApplicationStarted.Register(() => started.TrySetResult());
        await using var ends = stoppingToken.Register(() => started.TrySetCanceled(stoppingToken));
        try
        {
            await started.Task;
            await AskAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception e) when (e is NpgsqlException or Marten.Exceptions.MartenCommandException or TimeoutException)
        {
            log.LogWarning(e, "Trainings without a title for buyers could not be read. The next start tries again.");
        }
    }

    internal async Task AskAsync(CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        await using var scope = scopes.CreateAsyncScope();
        var bus = scope.ServiceProvider.GetRequiredService<IMessageBus>();
        foreach (var training in await session.UntitledTrainings(cancellation)) await bus.PublishAsync(new TellBatch(training));
    }
}
