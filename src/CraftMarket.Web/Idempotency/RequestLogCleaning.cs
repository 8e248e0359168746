namespace CraftMarket.Web.Idempotency;

/// <summary>Forgets old answers once an hour.</summary>
internal sealed class RequestLogCleaning(RequestLog requests, TimeProvider clock, ILogger<RequestLogCleaning> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await hourly.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await requests.Clean();
            }
            catch (Npgsql.NpgsqlException e)
            {
                log.LogWarning(e, "Old answers could not be forgotten; the next hour tries again.");
            }
        }
    }
}
