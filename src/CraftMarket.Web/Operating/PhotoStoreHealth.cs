using CraftMarket.Media;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CraftMarket.Web.Operating;

/// <summary>Whether photos can be kept and read. A node that never could is not ready: its settings are wrong. Later trouble is
/// told, and the shop goes on selling without pictures: else a bucket that is away for a minute would close every node at
/// once.</summary>
internal sealed class PhotoStoreHealth(IBlobKeeper keeper, TimeProvider clock) : IHealthCheck
{
    /// <summary>Asked twice a second by several monitors, a bucket is asked rarely.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(10);

    private bool _everWas;
    private long? _wasAt;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context,
        CancellationToken cancellationToken = default)
    {
        if (_wasAt is { } at && clock.GetElapsedTime(at) < GoodFor) return HealthCheckResult.Healthy();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(3));
        var problem = await keeper.ProblemAsync(patience.Token);
        _wasAt = problem is null ? clock.GetTimestamp() : null;
        if (problem is null)
        {
            _everWas = true;
            return HealthCheckResult.Healthy();
        }

        return _everWas ? HealthCheckResult.Degraded(problem) : HealthCheckResult.Unhealthy(problem);
    }
}
