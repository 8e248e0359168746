using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;

namespace CraftMarket.Tests.Catalogue;

public sealed class ShopTests(RunningMarket market)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task every_word_must_be_there_in_whatever_accents_and_the_last_one_may_be_half_typed()
    {
        using var workshop = await Workshop.Open(market);
        var mark = "Zamrud" + Guid.NewGuid().ToString("N")[..6];
        var written = await workshop.Bag($"Dompet {mark}");
        written["description"] = "Karya pengrajin désa.";
        await workshop.OnSale(written);
        Assert.Equal([$"Dompet {mark}"], await workshop.Found($"q=KARYA+DESA+{mark[..9]}"));
        Assert.Empty(await workshop.Found($"q=kursi+{mark}"));
    }

    [Fact]
    public async Task the_window_is_filtered_and_sorted()
    {
        using var workshop = await Workshop.Open(market, RegionCode.Parse("52.02.06.2013"));
        foreach (var (name, price, category, material) in new[]
        {
            ("Bingkai kecil", 20_000, "bingkai", "batang tembakau"), ("Tas besar", 300_000, "tas", "daun tembakau"),
            ("Tas kecil", 100_000, "tas", "katun"),
        })
        {
            var product = await workshop.Bag(name);
            (product["price"], product["category"], product["materials"]) = (price, category, new[] { material });
            await workshop.OnSale(product);
        }

        Assert.Equal(["Tas kecil", "Tas besar", "Bingkai kecil"], await workshop.Found("village=pegonak"));
        Assert.Equal(["Bingkai kecil", "Tas kecil", "Tas besar"], await workshop.Found("village=52.02.06.2013&sort=price"));
        Assert.Equal(["Tas besar", "Tas kecil"], await workshop.Found("village=pegonak&category=tas&sort=-price"));
        Assert.Equal(["Tas besar", "Bingkai kecil"], await workshop.Found("village=pegonak&material=Tembakau"));
        Assert.Equal(["Tas kecil"], await workshop.Found("village=pegonak&minPrice=50000&maxPrice=200000"));
        Assert.Empty(await workshop.Found("village=pegonak&page=2"));
        var village = await Workshop.Read(await workshop.Visitor.GetAsync("/api/v1/villages/pegonak", Cancellation), 200);
        Assert.Equal(3, village.GetProperty("products").GetArrayLength());
        Assert.Equal(3, Assert.Single(village.GetProperty("makers").EnumerateArray()).GetProperty("products").GetInt32());
    }

    [Fact]
    public async Task semoyang_tells_its_story_in_two_languages()
    {
        using var visitor = market.Visitor();
        var story = (await visitor.GetFromJsonAsync<JsonElement>("/api/v1/villages/semoyang", Cancellation))
            .GetProperty("identity").GetProperty("story");
        Assert.Contains("tembakau", story.GetProperty("id").GetString());
        Assert.Contains("tobacco", story.GetProperty("en").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/api/v1/villages/atlantis", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task a_brands_new_name_reaches_every_product()
    {
        using var workshop = await Workshop.Open(market);
        var id = (await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid();
        var name = "Sahnun " + Guid.NewGuid().ToString("N")[..6];
        await Workshop.Read(await workshop.Artisan.PutAsJsonAsync("/api/v1/artisans/me/brand",
            new { name, story = "Tiga generasi penganyam.", colour = "#8a5a2b" }, Cancellation), 200);
        await Workshop.Eventually(() => workshop.Shown(id.ToString()), x => x.GetProperty("artisan").GetProperty("name")
            .GetString() == name);
        Assert.Equal((422, "colour_unknown"),
            await workshop.Refused(await workshop.Artisan.PutAsJsonAsync("/api/v1/artisans/me/brand",
            new { name, story = "", colour = "coklat" }, Cancellation)));
    }

    [Fact]
    public async Task nothing_public_tells_of_programmes_or_poverty()
    {
        using var workshop = await Workshop.Open(market);
        var product = await workshop.OnSale(await workshop.Bag());
        string[] addresses = ["products", $"products/{product.GetProperty("id").GetGuid()}", "villages/semoyang", "categories"];
        string[] banned = ["programme", "program", "batch", "angkatan", "participant", "peserta", "poverty", "miskin", "decile",
            "desil", "p3ke",
            "dtks", "dtsen", "nik", "household", "income", "beneficiary", "penerima", "personId", "baseline", "certificate"];
        foreach (var address in addresses)
        {
            using var document = JsonDocument.Parse(await workshop.Visitor.GetStringAsync($"/api/v1/{address}", Cancellation));
            foreach (var member in Members(document.RootElement))
                Assert.DoesNotContain(banned, x => member.Equals(x, StringComparison.OrdinalIgnoreCase)
                    || (x.Length > 4 && member.Contains(x, StringComparison.OrdinalIgnoreCase)));
        }
    }

    private static IEnumerable<string> Members(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(x => Members(x.Value).Prepend(x.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Members),
        _ => [],
    };
}
