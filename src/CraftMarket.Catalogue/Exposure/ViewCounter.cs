using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Weasel.Postgresql.Tables;

namespace CraftMarket.Catalogue;

/// <summary>How often each good was looked at, by day; never by whom. Counted in memory and written down together every few
/// seconds, so that looking costs no write. A crash loses the last seconds' looks, a stop none.</summary>
public sealed class ViewCounter(NpgsqlDataSource database, TimeProvider clock, ILogger<ViewCounter> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private readonly Lock _gate = new();
    private Dictionary<(Guid Product, DateOnly Day), long> _views = [];

    /// <summary>The table, for Marten to create with its own.</summary>
    public static Table Table()
    {
        var table = new Table("market.product_view");
        table.AddColumn("day", "date").AsPrimaryKey();
        table.AddColumn("product", "uuid").AsPrimaryKey();
        table.AddColumn("views", "bigint").NotNull();
        return table;
    }

    /// <summary>Somebody opened a good's page.</summary>
    public void Seen(ProductId product) => Add([KeyValuePair.Create((product.Value, LocalMonth.DayOf(clock.GetUtcNow())), 1L)]);

    /// <summary>Writes down what was counted since the last time.</summary>
    public async Task WriteDown(CancellationToken cancellation)
    {
        Dictionary<(Guid Product, DateOnly Day), long> counted;
        lock (_gate) (counted, _views) = (_views, []);
        if (counted.Count == 0) return;
        // Always in the same order: two nodes that write at once wait for each other instead of locking each other out.
        var rows = counted.OrderBy(x => x.Key).ToArray();
        try
        {
            await using var command = database.CreateCommand("""
                insert into market.product_view as v (product, day, views) select *
                    from unnest($1::uuid[], $2::date[], $3::bigint[])
                on conflict (day, product) do update set views = v.views + excluded.views
                """);
            command.Parameters.Add(new() { Value = rows.Select(x => x.Key.Product).ToArray() });
            command.Parameters.Add(new() { Value = rows.Select(x => x.Key.Day).ToArray() });
            command.Parameters.Add(new() { Value = rows.Select(x => x.Value).ToArray() });
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch
        {
            Add(counted);
            throw;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteDown(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await WriteDown(stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                log.LogWarning(failure, "Views could not be written down; they are kept for the next time.");
            }
        }
    }

    private void Add(IEnumerable<KeyValuePair<(Guid Product, DateOnly Day), long>> more)
    {
        lock (_gate)
            foreach (var (key, views) in more) _views[key] = _views.GetValueOrDefault(key) + views;
    }
}
