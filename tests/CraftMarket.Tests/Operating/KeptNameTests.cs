using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.Tests.People;
using CraftMarket.Tests.Telling;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wolverine;
using Wolverine.Persistence.Durability;

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

    [Fact]
    public async Task an_orders_link_that_waited_when_Ordering_wrote_letters_is_sent()
    {
        var buyer = new Correspondent(market);
        var (order, _) = await buyer.Bought();
        await buyer.Letters(2);
        await Waits("CraftMarket.Ordering.SendOrderLink", new { OrderId = Correspondent.Id(order) });
        Assert.StartsWith("Tautan", (await buyer.Letters(3))[2].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task news_of_an_order_that_waited_when_Ordering_wrote_letters_is_sent()
    {
        var buyer = new Correspondent(market);
        var (order, _) = await buyer.Bought();
        await buyer.Letters(2);
        // As if nothing had been told of it.
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        await using var forget = source.CreateCommand("""
            delete from market.mt_doc_letterrecord where id in (select id from market.mt_events where stream_id = $1)
            """);
        forget.Parameters.Add(new() { Value = Correspondent.Id(order) });
        await Shop.Eventually(() => forget.ExecuteNonQueryAsync(Stop), x => x == 1);
        await Waits("CraftMarket.Ordering.TellBuyer",
            new { OrderId = Correspondent.Id(order), Since = DateTimeOffset.UtcNow.AddHours(-1) });
        var letters = await buyer.Letters(3);
        Assert.Equal(letters[1].Subject, letters[2].Subject);
    }

    [Fact]
    public async Task a_password_link_that_waited_when_Web_wrote_it_is_sent()
    {
        var holder = await Holder.Of(market, "staff");
        await Waits("CraftMarket.Web.Access.SendResetLetter",
            new { AccountId = holder.Id, AskedAt = DateTimeOffset.UtcNow, Language = "id" });
        await Shop.Eventually(() => Task.FromResult(market.Post.Of(holder.Login).Count), x => x == 1);
    }

    /// <summary>Puts a message where an older version left it.</summary>
    private Task Waits(string name, object message) => market.Services.GetRequiredService<IMessageStore>().Inbox
        .StoreIncomingAsync(new Envelope
        {
            MessageType = name, Data = JsonSerializer.SerializeToUtf8Bytes(message), ContentType = "application/json",
            Destination = new($"local://{name.ToLowerInvariant()}/"), Status = EnvelopeStatus.Scheduled, OwnerId = 0,
            ScheduledTime = DateTimeOffset.UtcNow,
        });
}
