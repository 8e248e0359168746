using CraftMarket.Tests.Walks;
using Npgsql;

namespace CraftMarket.Tests.Upgrades;

/// <summary>The command <c>setup</c> on a database that commit c05d833 left while one of its messages was on its way.</summary>
[Collection(EarlierLast.Name)]
public sealed class EarlierSetUpTests
{
    private const string Events = "select count(*) from market.mt_events";
    private const string Erased = "select count(*) from market.mt_events where type = 'person_erased'";
    private const string Waiting = "select count(*) from wolverine.wolverine_incoming_envelopes";
    private const string OnItsWay = """
        insert into wolverine.wolverine_incoming_envelopes (id, status, owner_id, body, message_type, received_at)
        values (gen_random_uuid(), 'Incoming', 0, '', 'CraftMarket.Kernel.Facts.ProductListed', 'local://listed')
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task set_up_refuses_while_a_message_waits_that_it_cannot_derive_and_then_writes_every_fact_once()
    {
        await using var market = await MarketProcess.Prepare(
            new Dictionary<string, string> { ["Keys__Master"] = RunningMarket.DemoMasterKey }, EarlierMarket.Restore);
        await using var database = NpgsqlDataSource.Create(market.ConnectionString);
        await Run(database, OnItsWay);
        await Run(database, """
            insert into people.mt_doc_erasedperson (id, data) select x, jsonb_build_object('Id', x, 'At', now())
                from (select gen_random_uuid() as x from generate_series(1, 450)) as erased
            """);
        var before = await Count(database, Events);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => market.Command("setup"));
        Assert.Contains("CraftMarket.Kernel.Facts.ProductListed", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Start the earlier version again", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Count(database, Events));
        Assert.Equal(0, await Count(database, "select count(*) from pg_tables where tablename = 'mt_doc_derivedfacts'"));

        // Carried out, and remembered for a moment.
        await Run(database, "update wolverine.wolverine_incoming_envelopes set status = 'Handled'");
        Assert.Contains("ready for this version", await market.Command("setup"), StringComparison.Ordinal);
        Assert.Equal(450, await Count(database, Erased));
        Assert.Equal(0, await Count(database, Waiting));
        var derived = await Count(database, Events);
        Assert.True(derived > before + 450);

        // As if it had been broken off before it could say that it was done.
        await Run(database, "delete from market.mt_doc_derivedfacts where id <> 'catalogue'");
        await Run(database, OnItsWay);
        await market.Command("setup");
        Assert.Equal(derived, await Count(database, Events));
        Assert.Equal(0, await Count(database, Waiting));
    }

    private static async Task Run(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Stop);
    }

    private static async Task<long> Count(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Stop))!;
    }
}
