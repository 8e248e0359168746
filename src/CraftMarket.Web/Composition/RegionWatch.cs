using CraftMarket.Catalogue;
using Npgsql;

namespace CraftMarket.Web.Composition;

/// <summary>Keeps this node's list of regions like the database's: read before the first visitor, looked at again every few
/// seconds.</summary>
internal sealed class RegionWatch(RegionsLearned regions, TimeProvider clock, ILogger<RegionWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Look(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, clock, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Look(stoppingToken);
        }
    }

    /// <summary>A database that does not answer, or is not set up yet, is the readiness check's to report.</summary>
    private async Task Look(CancellationToken cancellation)
    {
        try
        {
            await regions.LookAsync(cancellation);
        }
        catch (Exception e) when (e is NpgsqlException or Marten.Exceptions.MartenCommandException or TimeoutException)
        {
            log.LogDebug(e, "The list of regions could not be read now.");
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }
}
