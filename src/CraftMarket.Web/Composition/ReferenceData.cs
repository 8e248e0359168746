using Npgsql;

namespace CraftMarket.Web.Composition;

/// <summary>Loads every capability's reference data before the first request is served.</summary>
internal sealed class ReferenceData(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => LoadAsync(services, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>One node after the other, so that the second finds what the first has written.</summary>
    public static async Task LoadAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        await using var connection = await scope.ServiceProvider.GetRequiredService<NpgsqlDataSource>()
            .OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand("select pg_advisory_lock(hashtext('market.reference_data'))", connection);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
        try
        {
            foreach (var data in scope.ServiceProvider.GetServices<IReferenceData>()) await data.EnsureAsync(cancellation);
        }
        finally
        {
            // The connection is not cleaned when it goes back.
            command.CommandText = "select pg_advisory_unlock(hashtext('market.reference_data'))";
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }
}
