using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CraftMarket.Tests.Catalogue;

/// <summary>A bag in two colours and sizes, from the list to the artisan's order.</summary>
public sealed class VariantTests(RunningMarket market)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_buyer_orders_one_of_two_colours_and_only_its_stock_is_held()
    {
        using var workshop = await Workshop.Open(market);
        var (id, bag) = await OnSale(workshop);
        Assert.Equal((150_000, 5), (bag.GetProperty("price").GetInt64(), bag.GetProperty("available").GetInt32()));
        var (red, green) = (Kind(bag, 0), Kind(bag, 1));

        Assert.Equal((422, "variant_missing"), await workshop.Refused(await Order(workshop, id, null)));
        Assert.Equal((422, "unknown_product"), await workshop.Refused(await Order(workshop, id, Guid.NewGuid())));
        var placed = await (await Order(workshop, id, green, 2)).Json();
        Assert.Equal(380_000, placed.GetProperty("parts")[0].GetProperty("goods").GetInt64());
        var short_ = await Order(workshop, id, green);
        Assert.Equal(HttpStatusCode.Conflict, short_.StatusCode);
        var left = (await short_.Json()).GetProperty("lines")[0];
        Assert.Equal((id, green, 0), (left.GetProperty("productId").GetGuid(), left.GetProperty("variantId").GetGuid(),
            left.GetProperty("left").GetInt32()));

        var now = await Workshop.Eventually(() => workshop.Shown(id.ToString()), x => x.GetProperty("available").GetInt32() == 3);
        Assert.Equal([3, 0], now.GetProperty("variants").EnumerateArray().Select(x => x.GetProperty("available").GetInt32()));
        Assert.Equal(HttpStatusCode.Created, (await Order(workshop, id, red)).StatusCode);
        Assert.Equal("Hijau, Besar", (await workshop.Visitor.OrderPage(placed))
            .GetProperty("parts")[0].GetProperty("lines")[0].GetProperty("variant").GetString());
    }

    [Fact]
    public async Task the_last_piece_of_a_colour_is_sold_once()
    {
        using var workshop = await Workshop.Open(market);
        var (id, bag) = await OnSale(workshop);
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Order(workshop, id, Kind(bag, 1))));
        Assert.Equal(2, replies.Count(x => x.StatusCode == HttpStatusCode.Created));
        Assert.Equal(18, replies.Count(x => x.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task an_artisan_counts_one_and_adds_another()
    {
        using var workshop = await Workshop.Open(market);
        var (id, bag) = await OnSale(workshop);
        var change = new
        {
            variants = new object[] { new { colour = "Merah", stock = 8 },
            new { colour = "hijau", size = "Besar", price = 200_000 }, new { colour = "Biru", stock = 4 } }
        };
        await Workshop.Read(await workshop.Patch(id, change), 200);
        var now = await Workshop.Eventually(() => workshop.Shown(id.ToString()), x =>
            x.GetProperty("available").GetInt32() == 14);
        Assert.Equal([("Merah", 150_000, 8), ("hijau, Besar", 200_000, 2), ("Biru", 150_000, 4)], now.GetProperty("variants")
            .EnumerateArray()
            .Select(x => (x.GetProperty("name").GetString()!, x.GetProperty("price").GetInt64(), x.GetProperty("available")
                .GetInt32())));
        Assert.Equal([Kind(bag, 0), Kind(bag, 1)], [Kind(now, 0), Kind(now, 1)]);

        await Workshop.Read(await workshop.Patch(id, new { variants = Array.Empty<object>(), stock = 6 }), 200);
        await Workshop.Eventually(() => workshop.Shown(id.ToString()), x => x.GetProperty("available").GetInt32() == 6
            && !x.TryGetProperty("variants", out _));
    }

    [Fact]
    public async Task a_colour_is_found_by_its_word_and_has_a_row_of_its_own_in_the_price_list()
    {
        using var workshop = await Workshop.Open(market);
        var word = $"w{Guid.NewGuid():N}"[..20];
        var product = await workshop.Bag();
        product.Remove("stock");
        product["variants"] =
            new object[] { new { colour = "Merah", stock = 1 }, new { colour = word, stock = 0, price = 175_000 } };
        var bag = await workshop.OnSale(product);
        Assert.Single(await workshop.Found($"q={word}"));
        var id = bag.GetProperty("id").GetGuid();
        var csv = await Workshop.Eventually(() => workshop.Visitor.GetStringAsync("/feed/produk.csv", Cancellation), x =>
            x.Contains(word, StringComparison.Ordinal));
        var row = csv.Split('\n').Single(x => x.StartsWith(Kind(bag, 1).ToString(), StringComparison.Ordinal));
        foreach (var said in new[] { "175000 IDR", "out_of_stock", $",{id},{word},", $"pilihan={Kind(bag, 1)}" })
            Assert.Contains(said, row, StringComparison.Ordinal);
    }

    private static Guid Kind(JsonElement product, int place) =>
        product.GetProperty("variants")[place].GetProperty("id").GetGuid();

    private static async Task<(Guid Id, JsonElement Bag)> OnSale(Workshop workshop)
    {
        var product = await workshop.Bag();
        product.Remove("stock");
        product["variants"] =
            new object[] { new { colour = "Merah", stock = 3 },
            new { colour = "Hijau", size = "Besar", stock = 2, price = 190_000 } };
        var id = (await workshop.OnSale(product)).GetProperty("id").GetGuid();
        return (id, await Workshop.Eventually(() => workshop.Shown(id.ToString()), x =>
            x.GetProperty("available").GetInt32() == 5));
    }

    private static Task<HttpResponseMessage> Order(Workshop workshop, Guid product, Guid? variant, int quantity = 1) =>
        workshop.Visitor.PostAsJsonAsync("/api/v1/orders", new
        {
            buyer = new { name = "Lalu Fictif", phone = "081234567890" },
            shipTo = new { address = "Jalan Contoh 1, Mataram", regionCode = "52.71" },
            lines = new[] { new { productId = product, variantId = variant, quantity } },
            payment = "transfer",
        }, Cancellation);
}
