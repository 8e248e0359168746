using Npgsql;

namespace CraftMarket.Web.Operating;

/// <summary>Tells <see cref="StreamId"/> the secret of this house, and which streams of the database are older than it.</summary>
/// <remarks>The first of all to start: whatever handles a message may need an id.</remarks>
internal sealed class StreamIdMemory(MasterKey master, NpgsqlDataSource database, IHostEnvironment environment) : IHostedService
{
    /// <summary>Kinds of streams whose id a cause leads to. What a stranger once started elsewhere is not remembered as
    /// theirs.</summary>
    private const string Derived =
        "'village', 'mark_use', 'stock_item', 'payment', 'ledger_entry', 'order_book', 'consent_register', "
        + "'synonyms', 'gazetteer', 'part_review', 'maker', 'cohort', 'livelihood', 'marketplace_sale', 'refund', "
            + "'participant', 'photo'";

    public Task StartAsync(CancellationToken cancellationToken) => LearnAsync(environment.IsDevelopment(), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <param name="mayPrepare">Whether to note the old ids where nobody did; else a database with streams must have been set
    /// up.</param>
    public async Task LearnAsync(bool mayPrepare, CancellationToken cancellation)
    {
        if (mayPrepare) await PrepareAsync(cancellation);
        StreamId.Learn(master.SecretFor("stream ids"), await OldAsync(cancellation));
    }

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"""
            do $$ begin
                perform pg_advisory_xact_lock(hashtext('market.plain_stream_ids'));
                if to_regclass('market.plain_stream_ids') is not null then return; end if;
                create schema if not exists market;
                create table market.plain_stream_ids (id uuid primary key);
                if to_regclass('{EventTables.Streams}') is null then return; end if;
                insert into market.plain_stream_ids select id from {EventTables.Streams}
                    where substr(id::text, 15, 1) = '8' and (type is null or type in ({Derived}));
            end $$
            """);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<List<Guid>> OldAsync(CancellationToken cancellation)
    {
        var old = new List<Guid>();
        try
        {
            await using var command = database.CreateCommand("select id from market.plain_stream_ids");
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation)) old.Add(reader.GetGuid(0));
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            if (await HasStreamsAsync(cancellation))
                throw new InvalidOperationException("The database is of an earlier version: run 'setup' of this one first.", e);
        }

        return old;
    }

    private async Task<bool> HasStreamsAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select to_regclass('{EventTables.Streams}') is not null");
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
