using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;

namespace CraftMarket.Tests.Catalogue;

/// <summary>Curation by reasons, trust and figures, through HTTP.</summary>
public sealed class TrustTests(RunningMarket market)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_named_makers_product_is_in_the_shop_at_once_and_dear_ones_wait()
    {
        using var workshop = await Workshop.Open(market);
        await Workshop.Read(await workshop.Curator.PutAsJsonAsync($"/api/v1/artisans/{workshop.Id.Value}/trust",
            new { trusted = true }, Stop), 200, empty: true);
        var cheap = (await workshop.Listed(await workshop.Bag())).GetProperty("id").GetGuid();
        Assert.Equal("published", (await Workshop.Read(await workshop.Submit(cheap), 202)).GetProperty("status").GetString());
        Assert.Equal("published", (await workshop.Shown($"{cheap}")).GetProperty("status").GetString());
        var dear = await workshop.Bag("Tas mahal");
        dear["price"] = 5_000_000;
        var waiting = (await workshop.Listed(dear)).GetProperty("id").GetGuid();
        Assert.Equal("submitted", (await Workshop.Read(await workshop.Submit(waiting), 202)).GetProperty("status").GetString());
        Assert.Contains(waiting, await Waiting(workshop));
    }

    [Fact]
    public async Task ten_different_products_in_a_row_earn_trust_and_looking_again_at_one_does_not()
    {
        using var workshop = await Workshop.Open(market);
        var first = (await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid();
        for (var more = 0; more < 8; more++) await workshop.OnSale(await workshop.Bag());
        for (var again = 0; again < 2; again++)
        {
            using var changed = await workshop.Patch(first, new { description = $"Ukuran {again}." });
            await Workshop.Read(changed, 200);
            await Workshop.Read(await workshop.Decide(first, "approve"), 200);
        }

        var tenth = (await workshop.Listed(await workshop.Bag())).GetProperty("id").GetGuid();
        Assert.Equal("submitted", (await Workshop.Read(await workshop.Submit(tenth), 202)).GetProperty("status").GetString());
        await Workshop.Read(await workshop.Decide(tenth, "approve"), 200);
        var next = (await workshop.Listed(await workshop.Bag())).GetProperty("id").GetGuid();
        Assert.Equal("published", (await Workshop.Read(await workshop.Submit(next), 202)).GetProperty("status").GetString());
        // What went back is seen again, even when its maker is named meanwhile.
        using (var other = await workshop.Patch(first, new { materials = new[] { "pandan" } })) await Workshop.Read(other, 200);
        await Workshop.Read(await workshop.Decide(first, "return", "Bahannya keliru."), 200);
        await Workshop.Read(await workshop.Curator.PutAsJsonAsync($"/api/v1/artisans/{workshop.Id.Value}/trust",
            new { trusted = true }, Stop), 200, empty: true);
        Assert.Equal("submitted", (await Workshop.Read(await workshop.Submit(first), 202)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task a_return_keeps_its_codes_and_stands_in_the_report()
    {
        using var workshop = await Workshop.Open(market);
        var id = (await workshop.Listed(await workshop.Bag())).GetProperty("id").GetGuid();
        await Workshop.Read(await workshop.Submit(id), 202);
        var before = await Dark(workshop);
        using (var unknown = await workshop.Curator.PostAsJsonAsync($"/api/v1/products/{id}/curation",
            new { decision = "return", reasonCodes = new[] { "jelek" } }, Stop))
            Assert.Equal(422, (int)unknown.StatusCode);
        var body = new { decision = "return", reasonCodes = new[] { "photo_dark" }, reason = "Terima kasih!" };
        for (var twice = 0; twice < 2; twice++)
            await Workshop.Read(await workshop.Curator.PostAsJsonAsync($"/api/v1/products/{id}/curation", body, Stop), 200);
        Assert.Equal(before + 1, await Dark(workshop));
        var own = await workshop.Artisan.GetFromJsonAsync<JsonElement>("/api/v1/artisans/me/products", Stop);
        Assert.Contains("dekat jendela", own.GetProperty("items")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task only_checked_claims_are_public_and_a_changed_one_is_hidden_again()
    {
        using var workshop = await Workshop.Open(market);
        var bag = await workshop.Bag();
        bag["provenance"] = new { madeBy = "family", place = Regions.Semoyang.Value, technique = "anyam" };
        var id = (await workshop.Listed(bag)).GetProperty("id").GetGuid();
        await Workshop.Read(await workshop.Submit(id), 202);
        var claims = new { madeBy = "checked", place = "rejected", material = "checked" };
        await Workshop.Read(await workshop.Curator.PostAsJsonAsync($"/api/v1/products/{id}/curation",
            new { decision = "approve", claims }, Stop), 200);
        var shown = (await workshop.Shown($"{id}")).GetProperty("provenance");
        Assert.Equal(("family", JsonValueKind.Null, JsonValueKind.Null, 2),
            (shown.GetProperty("madeBy").GetString(), shown.GetProperty("place").ValueKind,
            shown.GetProperty("technique").ValueKind, shown.GetProperty("materials").GetArrayLength()));
        using var changed =
            await workshop.Patch(id, new { provenance = new { madeBy = "group", place = Regions.Semoyang.Value } });
        await Workshop.Read(changed, 200);
        await Workshop.Eventually(() => workshop.Shown($"{id}"), x => x.GetProperty("provenance").GetProperty("madeBy")
            .ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task the_training_is_named_only_while_the_maker_agrees()
    {
        using var workshop = await Workshop.Open(market);
        var (person, batch) = (new PersonId(Guid.CreateVersion7()), new BatchId(Guid.CreateVersion7()));
        var id = (await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid();
        await market.Happened(new ArtisanWelcomed(workshop.Id, person, Regions.Semoyang),
            new BatchOpened(batch, "Angkatan 7", new(Guid.CreateVersion7()), "Kriya Uji", "kerajinan", "inClass",
                new(2026, 3, 2), new(2026, 3, 7), "Anyam daun, Balai Uji", "Balai Uji", null, 30),
            new TrainingCompleted(person, batch, new(2026, 3, 7), "NTB-7"));
        using var artisan = market.As("artisan", ("artisan", workshop.Id.Value.ToString()), ("person", person.Value.ToString()));
        Assert.Equal(JsonValueKind.Null, (await TrainedBy(workshop, id)).ValueKind);
        await Workshop.Read(await artisan.PutAsJsonAsync("/api/v1/artisans/me/consents/training", new { given = true }, Stop),
            200, empty: true);
        await Workshop.Eventually(() => TrainedBy(workshop, id), x => x.GetString() == "Anyam daun, Balai Uji");
        await Workshop.Read(await artisan.PutAsJsonAsync("/api/v1/artisans/me/consents/training", new { given = false }, Stop),
            200, empty: true);
        Assert.Equal(JsonValueKind.Null, (await TrainedBy(workshop, id)).ValueKind);
    }

    private static async Task<JsonElement> TrainedBy(Workshop workshop, Guid id) =>
        (await workshop.Shown($"{id}")).GetProperty("provenance").GetProperty("trainedBy");

    private static async Task<int> Dark(Workshop workshop)
    {
        var report = await workshop.Curator.GetFromJsonAsync<JsonElement>("/api/v1/reports/curation", Stop);
        return report.GetProperty("items").EnumerateArray().SelectMany(x => x.GetProperty("reasons").EnumerateArray())
            .Where(x => x.GetProperty("code").GetString() == "photo_dark").Sum(x => x.GetProperty("count").GetInt32());
    }

    private static async Task<IEnumerable<Guid>> Waiting(Workshop workshop) =>
        (await workshop.Curator.GetFromJsonAsync<JsonElement>("/api/v1/curation", Stop)).GetProperty("items").EnumerateArray()
            .Select(x => x.GetProperty("id").GetGuid());
}
