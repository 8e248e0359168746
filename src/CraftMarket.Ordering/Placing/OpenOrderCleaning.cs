using Marten;
using Marten.Exceptions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CraftMarket.Ordering;

/// <summary>Forgets once an hour which phone an order was placed with, when its hold is over. Several nodes may do it at
/// once.</summary>
public sealed class OpenOrderCleaning(IDocumentStore store, TimeProvider clock, ILogger<OpenOrderCleaning> log)
    : BackgroundService
{
    public async Task CleanAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var session = store.LightweightSession();
        session.DeleteWhere<OpenOrder>(x => x.HeldUntil < now);
        await session.SaveChangesAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await hourly.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CleanAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or MartenException)
            {
                log.LogWarning(e, "Phones of old orders could not be forgotten; the next hour tries again.");
            }
        }
    }
}
