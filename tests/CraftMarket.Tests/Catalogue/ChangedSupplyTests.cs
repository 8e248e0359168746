using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Ordering;
using CraftMarket.Tests.Outside;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.Catalogue;

/// <summary>Goods change between stock and made to order, and everything that is shown and sold follows.</summary>
public sealed class ChangedSupplyTests(RunningMarket market)
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_sold_out_bag_is_made_to_order_for_the_very_next_buyer()
    {
        using var workshop = await Workshop.Open(market);
        var (id, slug) = await OnSale(workshop, await workshop.Bag(), stock: 1);
        await Ordered(workshop, id, 1);
        Assert.Equal(HttpStatusCode.Conflict, (await workshop.Visitor.Order("transfer", (new ProductId(id), 1))).StatusCode);
        var tag = (await workshop.Visitor.GetAsync($"/api/v1/products/{id}", Now)).Headers.ETag!.ToString();
        using var changed = await workshop.Patch(id, new { leadTimeDays = 7 }, tag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);

        // Not a moment later: whoever looks after the answer sees it, and may order.
        Assert.Equal(((int?)null, 7), await Fresh(id));
        await Ordered(workshop, id, 3);
        Assert.Equal((409, "stale"), await workshop.Refused(await workshop.Patch(id, new { stock = 9 }, tag)));
        using var reader = new Reader(market);
        await reader.Open($"/produk/{slug}");
        Assert.Equal("Dibuat setelah dipesan, 7 hari", reader.Find("stock").TextContent.Trim());
        var offer = JsonDocument.Parse(reader.Page.QuerySelector("script[type='application/ld+json']")!.TextContent)
            .RootElement.GetProperty("offers");
        Assert.Equal(("https://schema.org/InStock", 7),
            (offer.GetProperty("availability").GetString(), offer.GetProperty("deliveryLeadTime").GetProperty("value")
            .GetInt32()));
        await reader.Send("add-to-cart");
        Assert.Equal("Dibuat setelah dipesan, 7 hari", reader.Find("made-to-order").TextContent);
        await reader.Open("/checkout");
        Assert.Equal("dibuat setelah dipesan", reader.Find("made-to-order").TextContent);
        var shown = await Workshop.Eventually(() => workshop.Shown(id.ToString()), x =>
            x.GetProperty("available").ValueKind == JsonValueKind.Null && x.GetProperty("photos").GetArrayLength() == 1);
        Assert.Equal(7, shown.GetProperty("leadTimeDays").GetInt32());
        var table = await Workshop.Eventually(async () =>
            Table.Read(await workshop.Visitor.GetStringAsync("/feed/produk.csv", Now)), x =>
            x.Any(y => y["id"] == $"{id}" && y["max_handling_time"] == "7"));
        Assert.Equal("in_stock", table.Single(x => x["id"] == $"{id}")["availability"]);
    }

    [Fact]
    public async Task who_had_it_ready_before_their_eyes_is_asked_again_before_it_is_ordered_to_be_made()
    {
        using var workshop = await Workshop.Open(market);
        var (id, slug) = await OnSale(workshop, await workshop.Bag(), stock: 3);
        using var buyer = new Reader(market);
        await buyer.Open($"/produk/{slug}");
        await buyer.Send("add-to-cart");
        await buyer.Open("/checkout");
        await buyer.Send("show-total", ("buyer.name", "Lalu Fictif"), ("buyer.phone", "081234567890"),
            ("shipTo.address", "Jalan Contoh 1"), ("shipTo.regionCode", "52.71"), ("payment", "transfer"));
        await Workshop.Read(await workshop.Patch(id, new { leadTimeDays = 7 }), 200);
        await buyer.Send("place-order");
        Assert.Equal("/checkout", buyer.Path);
        Assert.Equal("dibuat setelah dipesan", buyer.Find("made-to-order").TextContent);
        await buyer.Send("place-order");
        Assert.StartsWith("/pesanan/", buyer.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_orders_hold_from_before_lapses_or_counts_after_it()
    {
        using var workshop = await Workshop.Open(market);
        var (id, _) = await OnSale(workshop, await workshop.Bag(), stock: 2);
        var early = await Ordered(workshop, id, 2);
        await Workshop.Read(await workshop.Patch(id, new { leadTimeDays = 7 }), 200);
        await Ordered(workshop, id, 2);
        await market.Tell(new ExpireOrder(new(early.GetProperty("id").GetGuid())));
        Assert.Equal((null, 2), await Held(id));

        // The count holds what is promised; a smaller one is refused, and nothing of it is saved.
        Assert.Equal((409, "below_reserved"),
            await workshop.Refused(await workshop.Patch(id, new { stock = 1, price = 99_000 })));
        Assert.Equal(((int?)null, 7), await Fresh(id));
        Assert.Equal((422, "stock_or_lead_time"),
            await workshop.Refused(await workshop.Patch(id, new { stock = 4, leadTimeDays = 7 })));
        await Workshop.Read(await workshop.Patch(id, new { stock = 5 }), 200);
        Assert.Equal(((int?)3, null), await Fresh(id));
        Assert.Equal(HttpStatusCode.Conflict, (await workshop.Visitor.Order("transfer", (new ProductId(id), 4))).StatusCode);
        await Ordered(workshop, id, 3);
        Assert.Equal((5, 5), await Held(id));
        Assert.Equal(150_000, (await workshop.ShownWith(id, "available", 0)).GetProperty("price").GetInt64());
    }

    [Fact]
    public async Task whatever_is_ordered_while_it_changes_nothing_is_sold_twice()
    {
        using var workshop = await Workshop.Open(market);
        var (id, _) = await OnSale(workshop, await workshop.Bag(), stock: 3);
        var taken = 0;
        foreach (object change in new object[] { new { leadTimeDays = 7 }, new { stock = 45 }, new { leadTimeDays = 3 } })
        {
            var orders = Enumerable.Range(0, 12).Select(_ => workshop.Visitor.Order("transfer", (new ProductId(id), 1))).ToList();
            await Workshop.Read(await workshop.Patch(id, change), 200);
            taken += (await Task.WhenAll(orders)).Count(x => x.StatusCode == HttpStatusCode.Created);
            var (there, held) = await Held(id);
            Assert.Equal(taken, held);
            Assert.True(there is null || there >= held, $"{held} of {there} are promised.");
        }

        await Workshop.Read(await workshop.Patch(id, new { stock = taken + 2 }), 200);
        var last = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => workshop.Visitor.Order("transfer", (new ProductId(id), 1))));
        Assert.Equal(2, last.Count(x => x.StatusCode == HttpStatusCode.Created));
    }

    [Fact]
    public async Task all_colours_change_at_once_and_each_is_counted_again()
    {
        using var workshop = await Workshop.Open(market);
        var bag = await workshop.Bag();
        bag["variants"] = new object[] { new { colour = "Merah", stock = 1 }, new { colour = "Hijau", stock = 0 } };
        var (id, _) = await OnSale(workshop, bag, stock: null);
        await Workshop.Read(await workshop.Patch(id, new { leadTimeDays = 5 }), 200);
        Assert.All((await Card(id)).Variants!, x => Assert.Null(x.Available));
        Assert.Equal((422, "variant_stock_missing"), await workshop.Refused(await workshop.Patch(id, new { stock = 4 })));
        await Workshop.Read(await workshop.Patch(id,
            new
            {
                variants = new object[] { new { colour = "Merah", stock = 2 }, new { colour = "Hijau", stock = 3 },
            new { colour = "Biru", stock = 4 } }
            }), 200);
        Assert.Equal([2, 3, 4], (await Card(id)).Variants!.Select(x => x.Available));
        Assert.Equal(((int?)9, null), await Fresh(id));
    }

    [Fact]
    public async Task the_form_changes_it_there_and_back_and_asks_for_the_count()
    {
        using var workshop = await Workshop.Open(market);
        var (id, _) = await OnSale(workshop, await workshop.Bag(), stock: 5);
        using var artisan = new Reader(market, "artisan", ("artisan", workshop.Id.Value.ToString()));
        await artisan.Open($"/perajin/produk/{id}");
        await artisan.Send("save", ("supply", "order"), ("leadTimeDays", "7"));
        Assert.Contains("Dibuat 7 hari setelah dipesan", artisan.Find("product").TextContent, StringComparison.Ordinal);
        Assert.Equal(((int?)null, 7), await Fresh(id));

        await artisan.Open($"/perajin/produk/{id}");
        Assert.NotNull(artisan.Page.QuerySelector("[name=supply][value=order][checked]"));
        await artisan.Send("save", ("supply", "stock"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, artisan.Status);
        Assert.Contains("angka", artisan.Page.GetElementById("stock-wrong")!.TextContent, StringComparison.Ordinal);
        await artisan.Send("save", ("supply", "stock"), ("stock", "4"));
        Assert.Contains("Sisa 4", artisan.Find("product").TextContent, StringComparison.Ordinal);
        Assert.Equal(((int?)4, null), await Fresh(id));
    }

    [Fact]
    public async Task the_form_asks_for_the_count_of_each_colour()
    {
        using var workshop = await Workshop.Open(market);
        var bag = await workshop.Bag();
        bag["variants"] = new object[] { new { colour = "Merah", stock = 2 }, new { colour = "Hijau", stock = 3 } };
        var (id, _) = await OnSale(workshop, bag, stock: null);
        using var artisan = new Reader(market, "artisan", ("artisan", workshop.Id.Value.ToString()));
        await artisan.Open($"/perajin/produk/{id}");
        await artisan.Send("save", ("supply", "order"), ("leadTimeDays", "7"));
        await artisan.Open($"/perajin/produk/{id}");
        await artisan.Send("save", ("supply", "stock"));
        Assert.Contains("stok setiap pilihan", artisan.Page.GetElementById("variants-wrong")!.TextContent,
            StringComparison.Ordinal);
        await artisan.Send("save", ("supply", "stock"), ("variants[0].stock", "1"), ("variants[1].stock", "6"));
        Assert.Equal([1, 6], (await Card(id)).Variants!.Select(x => x.Available));
    }

    private static async Task<(Guid Id, string Slug)> OnSale(Workshop workshop, Dictionary<string, object?> bag, int? stock)
    {
        if (stock is null) bag.Remove("stock");
        else bag["stock"] = stock;
        var product = await workshop.OnSale(bag);
        return (product.GetProperty("id").GetGuid(), product.GetProperty("slug").GetString()!);
    }

    private static async Task<JsonElement> Ordered(Workshop workshop, Guid id, int quantity)
    {
        using var reply = await workshop.Visitor.Order("transfer", (new ProductId(id), quantity));
        Assert.Equal(HttpStatusCode.Created, reply.StatusCode);
        return await reply.Content.ReadFromJsonAsync<JsonElement>(Now);
    }

    private async Task<(int? There, int Held)> Held(Guid id)
    {
        var item = await market.Stock(new(id));
        return (item.OnHand, item.Reserved);
    }

    /// <summary>As the database has it at this moment; what visitors are answered may be a second old.</summary>
    private async Task<ProductCard> Card(Guid id)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var slug = (await session.LoadAsync<ProductCard>(id, Now))!.Slug;
        return (await session.CardOf(slug, Now))!;
    }

    private async Task<(int? Available, int? Days)> Fresh(Guid id)
    {
        var card = await Card(id);
        return (card.Available, card.LeadTimeDays);
    }
}
