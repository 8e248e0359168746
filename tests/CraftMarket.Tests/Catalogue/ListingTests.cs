using System.Net.Http.Json;
using System.Net;
using CraftMarket.Catalogue;
using CraftMarket.Kernel.Facts;
using CraftMarket.Tests.People;
using CraftMarket.Kernel;
using CraftMarket.Ordering;
using Marten;
using Microsoft.Extensions.DependencyInjection;
namespace CraftMarket.Tests.Catalogue;

public sealed class ListingTests(RunningMarket market)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_approved_product_is_in_the_window_for_the_very_next_visitor()
    {
        using var workshop = await Workshop.Open(market);
        var product = await workshop.OnSale(await workshop.Bag());
        Assert.Equal("published", product.GetProperty("status").GetString());
        Assert.Equal(150_000, product.GetProperty("price").GetInt64());
        Assert.Equal(5, product.GetProperty("available").GetInt32());
        Assert.Equal("Perajin Semoyang", product.GetProperty("artisan").GetProperty("name").GetString());
        Assert.Equal("52.02.06.2003", product.GetProperty("village").GetProperty("code").GetString());
        Assert.Equal(product.GetProperty("id").GetGuid(), (await workshop.Shown(product.GetProperty("slug").GetString()!))
            .GetProperty("id").GetGuid());
        await Workshop.Eventually(() => workshop.Shown(product.GetProperty("slug").GetString()!),
            x => x.GetProperty("photo").ValueKind == System.Text.Json.JsonValueKind.Object
                && x.GetProperty("photos").GetArrayLength() == 1);
    }

    [Fact]
    public async Task a_draft_is_seen_by_its_artisan_only()
    {
        using var workshop = await Workshop.Open(market);
        var draft = await workshop.Listed(await workshop.Bag());
        Assert.Equal("draft", draft.GetProperty("status").GetString());
        var address = $"/api/v1/products/{draft.GetProperty("id").GetGuid()}";
        Assert.Equal(HttpStatusCode.OK, (await workshop.Artisan.GetAsync(address, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await workshop.Visitor.GetAsync(address, Cancellation)).StatusCode);
        using var other = await Workshop.Open(market);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Artisan.GetAsync(address, Cancellation)).StatusCode);
        Assert.Equal((404, "not_found"), await other.Refused(await other.Submit(draft.GetProperty("id").GetGuid())));
        Assert.Equal((404, "not_found"),
            await other.Refused(await other.Patch(draft.GetProperty("id").GetGuid(), new { price = 1 })));
    }

    [Theory]
    [InlineData("price", 0, "price_out_of_range")]
    [InlineData("name", "ab", "name_length")]
    [InlineData("category", "rumah", "unknown_category")]
    [InlineData("category", "rokok", "smoking_goods")]
    [InlineData("name", "Rokok kretek Semoyang", "smoking_goods")]
    [InlineData("stock", null, "stock_or_lead_time")]
    [InlineData("leadTimeDays", 7, "stock_or_lead_time")]
    [InlineData("weightGrams", -1, "weight_out_of_range")]
    public async Task a_wrong_listing_is_refused_by_field(string field, object? value, string code)
    {
        using var workshop = await Workshop.Open(market);
        var bag = await workshop.Bag();
        bag[field] = value;
        Assert.Equal((422, code),
            await workshop.Refused(await workshop.Artisan.PostAsJsonAsync("/api/v1/products", bag, Cancellation)));
    }

    [Fact]
    public async Task another_artisans_photo_cannot_be_used()
    {
        using var workshop = await Workshop.Open(market);
        using var other = await Workshop.Open(market);
        var bag = await workshop.Bag();
        bag["photoIds"] = new[] { await other.Photo() };
        Assert.Equal((422, "unknown_photo"),
            await workshop.Refused(await workshop.Artisan.PostAsJsonAsync("/api/v1/products", bag, Cancellation)));
    }

    [Fact]
    public async Task an_edit_of_something_older_is_refused_and_a_sale_makes_no_edit_stale()
    {
        using var workshop = await Workshop.Open(market);
        var id = (await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid();
        var tag = (await workshop.Visitor.GetAsync($"/api/v1/products/{id}", Cancellation)).Headers.ETag!.ToString();
        Assert.IsType<Done>(await market.Send(new CountStock(new(id), workshop.Id, 3)));
        await workshop.ShownWith(id, "available", 3);
        using var first = await workshop.Patch(id, new { price = 175_000 }, tag);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal((409, "stale"), await workshop.Refused(await workshop.Patch(id, new { price = 1_000 }, tag)));
        using var second = await workshop.Patch(id, new { price = 180_000 }, first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        await workshop.ShownWith(id, "price", 180_000);
    }

    [Fact]
    public async Task a_count_is_seen_at_once_and_one_over_a_number_that_changed_is_refused()
    {
        using var workshop = await Workshop.Open(market);
        var id = (await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid();
        var tag = (await workshop.Visitor.GetAsync($"/api/v1/products/{id}", Cancellation)).Headers.ETag!.ToString();
        Assert.Equal(HttpStatusCode.OK, (await workshop.Patch(id, new { stock = 9 }, tag)).StatusCode);
        Assert.Equal(9, await Free());
        Assert.Equal((409, "stale"), await workshop.Refused(await workshop.Patch(id, new { stock = 7 }, tag)));
        Assert.Equal(9, await Free());
        using var words = await workshop.Patch(id, new { description = "Tas anyaman yang kuat." }, tag);
        Assert.Equal(HttpStatusCode.OK, words.StatusCode);

        async Task<int?> Free()
        {
            await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
            return (await session.Query<ArticleSupply>().SingleAsync(x => x.ArticleId == id, Cancellation)).Free;
        }
    }

    /// <summary>Two changes of one product at once: what buyers order by is what the product became, whichever came
    /// last.</summary>
    [Fact]
    public async Task two_prices_that_meet_leave_the_offer_with_the_product()
    {
        using var workshop = await Workshop.Open(market);
        var id = (await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid();
        for (var round = 0; round < 15; round++)
        {
            var replies = await Task.WhenAll(Enumerable.Range(1, 4)
                .Select(x => workshop.Patch(id, new { price = 100_000 + 10_000 * round + 1_000 * x })));
            Assert.All(replies, x => Assert.Equal(HttpStatusCode.OK, x.StatusCode));
            await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
            var product = await session.LoadAsync<Product>(id, Cancellation);
            Assert.Equal(product!.Price, (await session.LoadAsync<Offer>(id, Cancellation))!.Price);
        }
    }

    [Fact]
    public async Task counting_pieces_changes_what_is_free()
    {
        using var workshop = await Workshop.Open(market);
        var id = (await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid();
        await Workshop.Eventually(async () => (int)(await workshop.Patch(id, new { stock = 9 })).StatusCode, x => x == 200);
        await workshop.ShownWith(id, "available", 9);
    }

    [Fact]
    public async Task a_product_just_listed_can_be_counted_at_once()
    {
        using var workshop = await Workshop.Open(market);
        for (var i = 0; i < 5; i++)
        {
            var id = (await workshop.Listed(await workshop.Bag())).GetProperty("id").GetGuid();
            using var counted = await workshop.Patch(id, new { stock = 7 });
            Assert.Equal(HttpStatusCode.OK, counted.StatusCode);
        }
    }

    [Fact]
    public async Task a_count_that_is_refused_saves_no_words_either()
    {
        using var workshop = await Workshop.Open(market);
        var id = (await workshop.Listed(await workshop.Bag())).GetProperty("id").GetGuid();
        Assert.Equal((422, "bad_stock"),
            await workshop.Refused(await workshop.Patch(id, new { name = "Tas yang lain sama sekali", stock = -1 })));
        var own = await (await workshop.Artisan.GetAsync($"/api/v1/products/{id}", Cancellation))
            .Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(Cancellation);
        Assert.NotEqual("Tas yang lain sama sekali", own.GetProperty("name").GetString());
    }

    [Fact]
    public async Task a_products_share_card_is_drawn()
    {
        using var workshop = await Workshop.Open(market);
        var id = (await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid();
        var shown = await Workshop.Eventually(() => workshop.Shown(id.ToString()), x =>
            x.GetProperty("shareCard").GetString() is not null);
        var jpeg = await workshop.Visitor.GetByteArrayAsync(shown.GetProperty("shareCard").GetString()!, Cancellation);
        using var card = NetVips.Image.NewFromBuffer(jpeg);
        Assert.Equal((1200, 630), (card.Width, card.Height));
    }
}
