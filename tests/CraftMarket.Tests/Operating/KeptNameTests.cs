using CraftMarket.Kernel;
using Npgsql;

namespace CraftMarket.Tests.Operating;

/// <summary>What lies in the queues of a database that an older version left is done by this one.</summary>
public sealed class KeptNameTests(RunningMarket market)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_end_of_a_hold_that_was_scheduled_as_LapseOrder_comes()
    {
        var bag = await market.Sell(ArtisanId.From(Guid.NewGuid()));
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("cod", (bag, 1))).Json();
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        await using var due = source.CreateCommand("""
            update wolverine.wolverine_incoming_envelopes set execution_time = now()
            where message_type = 'CraftMarket.Ordering.LapseOrder' and received_at = 'local://craftmarket.ordering.lapseorder/'
                and status = 'Scheduled' and position(convert_to($1, 'UTF8') in body) > 0
            """);
        due.Parameters.Add(new() { Value = placed.GetProperty("id").GetString() });
        await Shop.Eventually(() => due.ExecuteNonQueryAsync(Stop), x => x == 1);

        await Shop.Eventually(async () => (await buyer.OrderPage(placed)).GetProperty("status").GetString(), x => x == "lapsed");
    }
}
