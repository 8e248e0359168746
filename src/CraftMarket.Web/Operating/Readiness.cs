using CraftMarket.People.Keys;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Wolverine.Runtime;

namespace CraftMarket.Web.Operating;

/// <summary>Ready to be sent visitors: everything has started, nothing is stopping, the database answers and is of this
/// version.</summary>
internal sealed class Readiness(NpgsqlDataSource database, KeyPlace keys, IWolverineRuntime messages,
    IHostApplicationLifetime lifetime, IHostEnvironment environment) : IHealthCheck
{
    private bool _isOfThisVersion = environment.IsDevelopment();

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context,
        CancellationToken cancellationToken = default)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) return HealthCheckResult.Unhealthy("Stopping.");
        if (!lifetime.ApplicationStarted.IsCancellationRequested) return HealthCheckResult.Unhealthy("Starting.");
        if (messages.Cancellation.IsCancellationRequested) return HealthCheckResult.Unhealthy("Messages have stopped.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(3));
        try
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(patience.Token);
            if (keys.IsApart) await keys.Table.FindAsync([], patience.Token);
            _isOfThisVersion = _isOfThisVersion || await SetUp.IsDone(database, patience.Token);
            return _isOfThisVersion
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The database is of another version: run the command 'setup' of this one.");
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
