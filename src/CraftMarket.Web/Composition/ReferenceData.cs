namespace CraftMarket.Web.Composition;

/// <summary>Loads every capability's reference data before the first request is served.</summary>
internal sealed class ReferenceData(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var data in scope.ServiceProvider.GetServices<IReferenceData>()) await data.EnsureAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
