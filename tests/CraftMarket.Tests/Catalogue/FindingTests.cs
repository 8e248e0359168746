using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Search;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CraftMarket.Tests.Catalogue;

/// <summary>Search, choices with counts and synonyms, through the interface.</summary>
public sealed class FindingTests(RunningMarket market)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("menganyam")]
    [InlineData("anyamannya")]
    [InlineData("ánYam")]
    public async Task the_stem_of_a_word_finds_all_its_forms(string typed)
    {
        using var workshop = await Workshop.Open(market);
        var mark = Mark();
        await workshop.OnSale(await workshop.Bag($"Topi anyaman {mark}"));
        Assert.Equal([$"Topi anyaman {mark}"], await workshop.Found($"q={typed}+{mark}"));
    }

    [Fact]
    public async Task who_looks_for_crafts_finds_crafts_and_who_looks_for_a_maker_finds_all()
    {
        using var workshop = await Workshop.Open(market);
        var mark = Mark();
        await workshop.OnSale(await workshop.Bag($"Tas {mark}"));
        var food = await workshop.Bag($"Keripik {mark}");
        (food["category"], food["materials"], food["description"]) = ("makanan", new[] { "singkong" }, "Renyah.");
        await workshop.OnSale(food);
        foreach (var crafts in new[] { "kerajinan", "craft" })
            Assert.Equal([$"Tas {mark}"], await workshop.Found($"q={crafts}+{mark}"));
        foreach (var makers in new[] { "perajin", "pengrajin", "artisan" })
            Assert.Equal(2, (await workshop.Found($"q={makers}+{mark}")).Count);
    }

    [Fact]
    public async Task a_slip_finds_what_was_meant_and_says_so()
    {
        using var workshop = await Workshop.Open(market);
        var mark = Mark();
        await workshop.OnSale(await workshop.Bag($"Selendang {mark}"));
        var list = await List(workshop, $"q={mark}+selendnag&facets=true");
        Assert.Equal(1, list.GetProperty("total").GetInt32());
        Assert.Equal($"{mark} selendang", list.GetProperty("suggestion").GetString());
        Assert.Equal(JsonValueKind.Null, (await List(workshop, $"q={mark}+selendang&facets=true")).GetProperty("suggestion")
            .ValueKind);
    }

    [Fact]
    public async Task choices_are_counted_only_for_who_asks_and_the_plain_list_stays_as_it_was()
    {
        using var workshop = await Workshop.Open(market, RegionCode.Parse("52.02.06.2010"));
        foreach (var (name, category, price) in new[] { ("Tas satu", "tas", 45_000), ("Tas dua", "tas", 120_000),
            ("Bingkai satu", "bingkai", 130_000) })
        {
            var product = await workshop.Bag(name);
            (product["category"], product["price"]) = (category, price);
            await workshop.OnSale(product);
        }

        var plain = await workshop.Visitor.GetStringAsync("/api/v1/products?village=kidang&category=tas", Cancellation);
        Assert.EndsWith("],\"total\":2,\"page\":1,\"pageSize\":24}", plain, StringComparison.Ordinal);
        var counted = await workshop.Visitor.GetStringAsync("/api/v1/products?village=kidang&category=tas&facets=true",
            Cancellation);
        Assert.StartsWith(plain[..^1], counted, StringComparison.Ordinal);
        var facets = JsonDocument.Parse(counted).RootElement.GetProperty("facets");
        Assert.Equal([("tas", 2), ("bingkai", 1)], Counts(facets, "categories", x => x.GetProperty("category").GetString()!));
        Assert.Equal(1, Counts(facets, "prices", x => x.GetProperty("band").GetProperty("max").GetRawText())
            .Single(x => x.Item1 == "49999").Item2);
        Assert.Contains(("kidang", 2),
            Counts(facets, "villages", x => x.GetProperty("village").GetProperty("slug").GetString()!));
        Assert.Contains(("daun tembakau", 2), Counts(facets, "materials", x => x.GetProperty("material").GetString()!));
        var empty = await List(workshop, "village=kidang&category=tas&minPrice=900000&facets=true");
        Assert.Contains(("price", 2), Counts(empty, "widenings", x => x.GetProperty("dropped").GetString()!));
    }

    [Fact]
    public async Task every_node_shows_an_approval_a_price_and_a_withdrawal_at_its_next_question()
    {
        using var workshop = await Workshop.Open(market, RegionCode.Parse("52.02.06.2011"));
        var database = market.Services.GetRequiredService<NpgsqlDataSource>();
        var other = new ShopList(new StorefrontIndex(database), TimeProvider.System);
        var question = new SearchQuery(null, "52.02.06.2011", null, null, null, null, null, 1) { Maker = workshop.Id };
        Assert.Equal(0, (await other.FindAsync(question, Cancellation)).Total);
        var product = await workshop.OnSale(await workshop.Bag());
        Assert.Equal(1, (await other.FindAsync(question, Cancellation)).Total);
        using (await workshop.Patch(product.GetProperty("id").GetGuid(), new { price = 777_000 }))
            Assert.Equal(1, (await other.FindAsync(question with { MinPrice = 777_000 }, Cancellation)).Total);
        using (await workshop.Artisan.PostAsync($"/api/v1/products/{product.GetProperty("id").GetGuid()}/withdrawal", null,
            Cancellation))
            Assert.Equal(0, (await other.FindAsync(question, Cancellation)).Total);
    }

    [Fact]
    public async Task a_transaction_that_ends_late_is_not_missed()
    {
        using var workshop = await Workshop.Open(market, RegionCode.Parse("52.02.06.2012"));
        var database = market.Services.GetRequiredService<NpgsqlDataSource>();
        var other = new ShopList(new StorefrontIndex(database), TimeProvider.System);
        var question = new SearchQuery(null, "52.02.06.2012", null, null, null, null, null, 1);
        var first = (await workshop.OnSale(await workshop.Bag("Tas lambat"))).GetProperty("id").GetGuid();
        await using var connection = await database.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await using (var command = new NpgsqlCommand("update market.mt_doc_productcard set data = jsonb_set(data, '{price}', "
            + "'123456') where id = $1", connection))
        {
            command.Parameters.Add(new() { Value = first });
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        // Others begin later and end sooner, and are looked at in between.
        await workshop.OnSale(await workshop.Bag("Tas cepat"));
        Assert.Equal(2, (await other.FindAsync(question, Cancellation)).Total);
        Assert.Equal(0, (await other.FindAsync(question with { MaxPrice = 130_000 }, Cancellation)).Total);
        await transaction.CommitAsync(Cancellation);
        Assert.Equal(1, (await other.FindAsync(question with { MaxPrice = 130_000 }, Cancellation)).Total);
    }

    [Fact]
    public async Task a_curators_synonym_is_in_force_at_once_on_every_node()
    {
        using var workshop = await Workshop.Open(market);
        var (mark, alike) = (Mark(), Mark());
        await workshop.OnSale(await workshop.Bag($"Tas {mark}"));
        var database = market.Services.GetRequiredService<NpgsqlDataSource>();
        var other = new ShopList(new StorefrontIndex(database), TimeProvider.System);
        var question = new SearchQuery(alike, null, null, null, null, null, null, 1);
        Assert.Equal(0, (await other.FindAsync(question, Cancellation)).Total);
        var known = await Workshop.Read(await workshop.Curator.GetAsync("/api/v1/search/synonyms", Cancellation), 200);
        string[][] groups =
            [.. known.GetProperty("groups").EnumerateArray()
            .Select(x => x.EnumerateArray().Select(y => y.GetString()!).ToArray()), [mark, alike]];
        var version = known.GetProperty("version").GetInt32();
        await Workshop.Read(await workshop.Curator.PutAsJsonAsync("/api/v1/search/synonyms", new { groups, version },
            Cancellation), 200);
        Assert.Equal(1, (await other.FindAsync(question, Cancellation)).Total);
        Assert.Equal([$"Tas {mark}"], await workshop.Found($"q={alike}"));
        Assert.Equal((409, "stale"),
            await workshop.Refused(await workshop.Curator.PutAsJsonAsync("/api/v1/search/synonyms", new { groups, version },
            Cancellation)));
        Assert.Equal((422, "synonym_alone"), await workshop.Refused(
            await workshop.Curator.PutAsJsonAsync("/api/v1/search/synonyms", new { groups = new[] { new[] { "tas" } } },
                Cancellation)));
        Assert.Equal((422, "groups_missing"),
            await workshop.Refused(await workshop.Curator.PutAsJsonAsync("/api/v1/search/synonyms", new { }, Cancellation)));
    }

    /// <summary>A word that no other test uses; letters only, or it would be taken for a number.</summary>
    private static string Mark() => "z" + string.Concat(Guid.NewGuid().ToString("N").Select(x => (char)('a' + x % 26)))[..11];

    private static async Task<JsonElement> List(Workshop workshop, string question) =>
        await Workshop.Read(await workshop.Visitor.GetAsync($"/api/v1/products?{question}", Cancellation), 200);

    private static List<(string, int)> Counts(JsonElement facets, string kind, Func<JsonElement, string> name) =>
        [.. facets.GetProperty(kind).EnumerateArray().Select(x => (name(x), x.GetProperty("count").GetInt32()))];
}
