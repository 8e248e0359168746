using System.Net;
using System.Net.Http.Json;
using CraftMarket.Kernel;

namespace CraftMarket.Tests;

public sealed class PlacingTests(RunningMarket market)
{
    [Fact]
    public async Task an_order_from_two_artisans_has_a_part_for_each_and_adds_up()
    {
        var bag = await market.Sell(ArtisanId.From(Guid.NewGuid()), price: 150_000);
        var purse = await market.Sell(ArtisanId.From(Guid.NewGuid()), price: 33_333);
        using var buyer = market.Visitor();

        var reply = await buyer.Order("transfer", (bag, 2), (purse, 1));

        Assert.Equal(HttpStatusCode.Created, reply.StatusCode);
        var order = await reply.Json();
        var parts = order.GetProperty("parts").EnumerateArray().ToList();
        Assert.Equal(2, parts.Count);
        Assert.Equal(order.GetProperty("total").GetInt64(), parts.Sum(x => x.GetProperty("total").GetInt64()));
        Assert.All(parts, x =>
            Assert.Equal(x.GetProperty("total").GetInt64(), x.GetProperty("goods").GetInt64() + x.GetProperty("shipping")
            .GetInt64()));
        Assert.Equal([15_000, 1_667], parts.Select(x => x.GetProperty("fee").GetInt64()));
        var page = await buyer.OrderPage(order);
        Assert.Equal("placed", page.GetProperty("status").GetString());
        Assert.Equal("Lalu Fictif", page.GetProperty("recipient").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("Hadiah <lalu@contoh.example>")]
    [InlineData("\"lalu\"@contoh.example")]
    [InlineData("lalu@contoh.example (x)")]
    public async Task one_mailbox_was_written_to_again_and_again_under_other_spellings(string email)
    {
        var bag = await market.Sell(ArtisanId.From(Guid.NewGuid()));
        using var buyer = market.Visitor();
        var reply = await buyer.PostAsJsonAsync("/api/v1/orders", new
        {
            buyer = new { name = "Lalu Fictif", phone = "081234567890", email },
            shipTo = new { address = "Jalan Contoh 1, Mataram", regionCode = "52.71" },
            lines = new[] { new { productId = bag, quantity = 1 } }, payment = "transfer",
        }, Shop.Token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        var problem = await reply.Json();
        Assert.Equal("invalid_email", problem.GetProperty("code").GetString());
        Assert.True(problem.GetProperty("errors").TryGetProperty("buyer.email", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?key=")]
    [InlineData("?key=AAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task an_order_is_hidden_without_its_key(string query)
    {
        var bag = await market.Sell(ArtisanId.From(Guid.NewGuid()));
        using var buyer = market.Visitor();
        var order = await (await buyer.Order("transfer", (bag, 1))).Json();
        var reply = await buyer.GetAsync($"/api/v1/orders/{order.GetProperty("id").GetGuid()}{query}", Shop.Token);
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Theory]
    [InlineData(10, 32)]
    [InlineData(1, 100)]
    public async Task the_last_pieces_are_sold_once_however_many_want_them(int pieces, int buyers)
    {
        var bag = await market.Sell(ArtisanId.From(Guid.NewGuid()), stock: pieces);
        using var client = market.Visitor();

        var replies = await Task.WhenAll(Enumerable.Range(0, buyers).Select(_ => client.Order("transfer", (bag, 1))));

        Assert.Equal(pieces, replies.Count(x => x.StatusCode == HttpStatusCode.Created));
        Assert.All(replies.Where(x => x.StatusCode != HttpStatusCode.Created), x =>
            Assert.Equal(HttpStatusCode.Conflict, x.StatusCode));
        var refused = await replies.First(x => x.StatusCode == HttpStatusCode.Conflict).Json();
        Assert.Equal("out_of_stock", refused.GetProperty("code").GetString());
        Assert.Equal(0, refused.GetProperty("lines")[0].GetProperty("left").GetInt32());
        Assert.Equal(bag.Value, refused.GetProperty("lines")[0].GetProperty("productId").GetGuid());
        Assert.Equal(pieces, (await market.Stock(bag)).Reserved);
    }

    [Fact]
    public async Task two_carts_in_opposite_order_never_wait_for_each_other_for_ever()
    {
        var artisan = ArtisanId.From(Guid.NewGuid());
        ProductId bag = await market.Sell(artisan, stock: 90), purse = await market.Sell(artisan, stock: 90);
        using var client = market.Visitor();

        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(x =>
            x % 2 == 0 ? client.Order("transfer", (bag, 1), (purse, 1)) : client.Order("transfer", (purse, 1), (bag, 1))));

        Assert.All(replies, x => Assert.Equal(HttpStatusCode.Created, x.StatusCode));
        Assert.Equal(40, (await market.Stock(purse)).Reserved);
    }

    [Fact]
    public async Task made_to_order_never_runs_out()
    {
        var frame = await market.Sell(ArtisanId.From(Guid.NewGuid()), stock: null);
        using var buyer = market.Visitor();
        Assert.Equal(HttpStatusCode.Created, (await buyer.Order("transfer", (frame, 99))).StatusCode);
    }

    [Fact]
    public async Task an_unknown_product_is_named()
    {
        using var buyer = market.Visitor();
        var reply = await buyer.Order("transfer", (ProductId.From(Guid.NewGuid()), 1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        Assert.Equal("unknown_product", (await reply.Json()).GetProperty("code").GetString());
    }
}
