using JasperFx.Events;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CraftMarket.Tests;

/// <summary>Holds a stream while others ask for it, as somebody does who writes it at that moment.</summary>
internal static class HeldStream
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Sends work that needs the stream, writes once that waits, and lets go.</summary>
    public static async Task WhileHeld<T>(this RunningMarket market, Guid stream, object work,
        Action<IDocumentSession, IEventStream<T>> write) where T : class
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        var held = await session.Events.FetchForExclusiveWriting<T>(stream, Stop);
        var holder = (await session.AdvancedSql.QueryAsync<int>("select pg_backend_pid()", Stop))[0];
        var done = market.Tell(work);
        await Patience.Until(async () => done.IsCompleted || await Waits(market, holder), x => x);
        Assert.False(done.IsCompleted, $"{work} did not wait for the stream.");
        write(session, held);
        await session.SaveChangesAsync(Stop);
        await done;
    }

    private static async Task<bool> Waits(RunningMarket market, int holder)
    {
        await using var command = market.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            $"select exists (select from pg_stat_activity where {holder} = any(pg_blocking_pids(pid)))");
        return (bool)(await command.ExecuteScalarAsync(Stop))!;
    }
}
