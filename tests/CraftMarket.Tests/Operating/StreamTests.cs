using System.Net;
using CraftMarket.Catalogue;
using CraftMarket.Income.Sales;
using CraftMarket.Kernel;
using CraftMarket.Ordering;
using CraftMarket.Tests.Catalogue;
using CraftMarket.Web.Operating;
using Marten;
using Marten.Exceptions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CraftMarket.Tests.Operating;

/// <summary>What a stranger tried who chose the ids of forms, and what the database says to an event in the wrong
/// stream.</summary>
public sealed class StreamTests(RunningMarket market)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly (string, string)[] Buyer =
    [
        ("buyer.name", "Lalu Fictif"), ("buyer.phone", "0812 3456 7891"), ("shipTo.address", "Jalan Contoh 1"),
        ("shipTo.regionCode", "52.71"), ("payment", "transfer"),
    ];

    private IDocumentStore Store => market.Services.GetRequiredService<IDocumentStore>();

    [Theory]
    [InlineData("52.02.06.2004", "village")]
    [InlineData("52.02.06.2004", "plain")]
    [InlineData("52.02.06.2004", "order book")]
    public async Task an_order_placed_under_the_id_of_a_village_not_yet_opened_is_turned_away(string code, string whose)
    {
        var id = whose switch
        {
            "village" => VillageId.Of(RegionCode.Parse(code)).Value,
            "plain" => NewId.For("village", code),
            _ => OrderBook.TheOne,
        };
        var before = await Length(id);
        using var buyer = await AtTheCheckout();
        await buyer.Send("place-order", ("orderId", id.ToString()));
        Assert.Equal(HttpStatusCode.BadRequest, buyer.Status);
        Assert.Contains("muat ulang", buyer.Text, StringComparison.Ordinal);
        Assert.Equal(before, await Length(id));
    }

    [Fact]
    public async Task a_seal_of_one_order_fits_no_other_and_no_other_kind()
    {
        using var buyer = await AtTheCheckout();
        var seal = buyer.Page.QuerySelector("[name=orderId]")!.GetAttribute("value")![36..];
        await buyer.Send("place-order", ("orderId", Guid.CreateVersion7() + seal));
        Assert.Equal(HttpStatusCode.BadRequest, buyer.Status);
        var ids = market.Services.GetRequiredService<Web.Pages.FormIds>();
        Assert.Null(ids.Open<OrderId>(ids.New<SaleId>().Sealed));
        var own = ids.New<SaleId>();
        Assert.Equal(own, ids.Open<SaleId>(own.Sealed));
    }

    [Fact]
    public async Task a_form_without_its_id_makes_nothing()
    {
        using var buyer = await AtTheCheckout();
        await buyer.Send("place-order", ("orderId", ""));
        Assert.Equal(HttpStatusCode.BadRequest, buyer.Status);
        Assert.Equal(0, await Length(Guid.Empty));
    }

    [Fact]
    public async Task the_same_form_sent_twice_makes_one_order_whose_key_opens_it()
    {
        using var buyer = await AtTheCheckout();
        await buyer.Send("place-order");
        var order = buyer.Path;
        Assert.StartsWith("/pesanan/", order, StringComparison.Ordinal);
        await buyer.Back();
        await buyer.Send("place-order");
        Assert.Equal(order, buyer.Path);
    }

    [Fact]
    public async Task a_sale_under_another_artisans_product_or_shop_is_turned_away()
    {
        var workshop = await Workshop.Open(market);
        var product = (await workshop.Listed(await workshop.Bag())).GetProperty("id").GetGuid();
        foreach (var id in new[] { product, Maker.StreamOf(workshop.Id) })
        {
            using var stranger = new Reader(market, "artisan", ("artisan", Guid.CreateVersion7().ToString()));
            await stranger.Open("/perajin/penjualan-luar/baru");
            await stranger.Send("save", ("amount", "75000"), ("saleId", id.ToString()));
            Assert.Equal(HttpStatusCode.BadRequest, stranger.Status);
            await using var session = Store.QuerySession();
            Assert.DoesNotContain(await session.Events.FetchStreamAsync(id, token: Stop), x => x.Data is OffPlatformSaleReported);
        }
    }

    [Fact]
    public async Task whoever_writes_it_no_event_lies_in_a_stream_of_another_kind()
    {
        var product = await market.Sell(new(Guid.CreateVersion7()));
        await using var session = Store.LightweightSession();
        var stock = await session.Events.FetchForWriting<OffPlatformSale>(StockItemId.Of(product).Value, Stop);
        stock.AppendOne(Sale());
        await RefusedAsForeign(session);
        await using var bare = Store.LightweightSession();
        bare.Events.Append(StockItemId.Of(product).Value, Sale());
        await RefusedAsForeign(bare);
        await using var started = Store.LightweightSession();
        started.Events.StartStream<Order>(Guid.CreateVersion7(), Sale());
        await RefusedAsForeign(started);
    }

    [Fact]
    public async Task the_check_names_what_lies_in_a_wrong_stream_and_takes_it_out()
    {
        var product = await market.Sell(new(Guid.CreateVersion7()));
        var stream = StockItemId.Of(product).Value;
        var before = await market.Stock(product);
        await PutThereAsOnceBefore(stream);
        var check = ActivatorUtilities.CreateInstance<StreamCheck>(market.Services);
        var found = (await check.FindAsync(Stop)).Where(x => x.Stream == stream).ToList();
        Assert.Equal(("stock_item", "off_platform_sale_reported"), (found.Single().Kind, found.Single().Event));
        await check.MendAsync(found, Stop);
        Assert.DoesNotContain(await check.FindAsync(Stop), x => x.Stream == stream);
        await using var session = Store.QuerySession();
        Assert.Null(await session.LoadAsync<OffPlatformSale>(new SaleId(stream), Stop));
        Assert.DoesNotContain(await session.Events.FetchStreamAsync(stream, token: Stop), x => x.Data is OffPlatformSaleReported);
        Assert.Equal(before, await market.Stock(product));
    }

    [Fact]
    public async Task a_database_from_before_the_secret_keeps_its_ids_but_not_those_that_a_stranger_took()
    {
        var name = $"craftmarket_old_{Guid.NewGuid():N}";
        await RunningMarket.OnServer($"create database {name}");
        var place = new NpgsqlConnectionStringBuilder(RunningMarket.Server) { Database = name, Pooling = false };
        await using var old = NpgsqlDataSource.Create(place.ConnectionString);
        var (order, village) = (Guid.NewGuid().ToString(), $"52.02.06.{Guid.NewGuid():N}");
        await using (var command = old.CreateCommand($"""
            create schema market; create table market.mt_streams (id uuid primary key, type varchar);
            insert into market.mt_streams values ('{NewId.For("payment", order)}', 'payment'),
                ('{NewId.For("village", village)}', 'order')
            """)) await command.ExecuteNonQueryAsync(Stop);
        await ActivatorUtilities.CreateInstance<StreamIdMemory>(market.Services, old).LearnAsync(mayPrepare: true, Stop);
        Assert.Equal(NewId.For("payment", order), StreamId.For("payment", order));
        Assert.NotEqual(NewId.For("village", village), StreamId.For("village", village));
        await RunningMarket.OnServer($"drop database {name} with (force)");
    }

    private static OffPlatformSaleReported Sale() =>
        new(new(Guid.CreateVersion7()), new(2026, 10), null, new(75_000), null, SaleProof.Said, null, "somebody", false);

    private static async Task RefusedAsForeign(IDocumentSession session)
    {
        var refused = await Assert.ThrowsAsync<MartenCommandException>(() => session.SaveChangesAsync(Stop));
        Assert.Equal(StreamKinds.ForeignEvent, Assert.IsType<PostgresException>(refused.InnerException).SqlState);
    }

    /// <summary>As it could be done before the wall stood.</summary>
    private async Task PutThereAsOnceBefore(Guid stream)
    {
        await using var session = Store.LightweightSession();
        await session.BeginTransactionAsync(Stop);
        await using var command = session.Connection!.CreateCommand();
        command.CommandText = "set local session_replication_role = replica";
        await command.ExecuteNonQueryAsync(Stop);
        (await session.Events.FetchForWriting<OffPlatformSale>(stream, Stop)).AppendOne(Sale());
        await session.SaveChangesAsync(Stop);
    }

    /// <summary>How many orders began there: others, whose orders are numbered meanwhile, write in the book as well.</summary>
    private async Task<long> Length(Guid stream)
    {
        await using var session = Store.QuerySession();
        return (await session.Events.FetchStreamAsync(stream, token: Stop)).Count(x => x.Data is not OrderEntered);
    }

    private async Task<Reader> AtTheCheckout()
    {
        var product = await market.Sell(new(Guid.CreateVersion7()));
        var buyer = new Reader(market);
        await buyer.Open("/masuk");
        await buyer.PutInCart(product, 1);
        await buyer.Open("/checkout");
        await buyer.Send("show-total", Buyer);
        return buyer;
    }
}
