using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CraftMarket.Tests.Catalogue;

public sealed class CurationTests(RunningMarket market)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_product_without_a_photo_cannot_be_submitted()
    {
        using var workshop = await Workshop.Open(market);
        var bag = await workshop.Bag();
        bag["photoIds"] = Array.Empty<Guid>();
        var id = (await workshop.Listed(bag)).GetProperty("id").GetGuid();
        Assert.Equal((422, "photo_missing"), await workshop.Refused(await workshop.Submit(id)));
    }

    [Fact]
    public async Task a_returned_product_tells_the_artisan_why_and_can_be_submitted_again()
    {
        using var workshop = await Workshop.Open(market);
        var id = (await workshop.Listed(await workshop.Bag())).GetProperty("id").GetGuid();
        Assert.Equal((409, "wrong_state"), await workshop.Refused(await workshop.Decide(id, "approve")));
        await Workshop.Read(await workshop.Submit(id), 202);
        Assert.Equal((422, "reason_missing"), await workshop.Refused(await workshop.Decide(id, "return")));
        await Workshop.Read(await workshop.Decide(id, "return", "Foto terlalu gelap."), 200);
        var own = await workshop.Artisan.GetFromJsonAsync<JsonElement>("/api/v1/artisans/me/products", Cancellation);
        var product = Assert.Single(own.GetProperty("items").EnumerateArray());
        Assert.Equal(("returned", "Foto terlalu gelap."),
            (product.GetProperty("status").GetString(), product.GetProperty("reason").GetString()));
        await Workshop.Read(await workshop.Submit(id), 202);
        await Workshop.Read(await workshop.Decide(id, "approve"), 200);
        Assert.Equal("published", (await workshop.Shown(id.ToString())).GetProperty("status").GetString());
    }

    [Fact]
    public async Task a_product_that_speaks_of_smoking_was_approved_without_a_word_why()
    {
        using var workshop = await Workshop.Open(market);
        var id = (await workshop.Listed(await workshop.Bag("Kotak rokok anyaman"))).GetProperty("id").GetGuid();
        await Workshop.Read(await workshop.Submit(id), 202);
        Assert.Equal((422, "reason_missing"), await workshop.Refused(await workshop.Decide(id, "approve")));
        Assert.Equal((422, "reason_missing"), await workshop.Refused(await workshop.Decide(id, "approve", " ")));
        const string why = "Kotak kosong dari anyaman ketak, saya lihat sendiri di rumah Inaq Sahnun.";
        await Workshop.Read(await workshop.Decide(id, "approve", why), 200);
        await Workshop.Read(await workshop.Decide(id, "approve", why), 200);
        Assert.Equal("published", (await workshop.Shown(id.ToString())).GetProperty("status").GetString());
        using var office = market.As("staff");
        var list = (await office.GetFromJsonAsync<JsonElement>("/api/v1/curation/overrides", Cancellation)).GetProperty("items")
            .EnumerateArray().ToList();
        var one = Assert.Single(list, x => x.GetProperty("productId").GetGuid() == id);
        Assert.Equal((why, "smoking_words", "rokok"),
            (one.GetProperty("reason").GetString(), one.GetProperty("code").GetString(),
            one.GetProperty("words")[0].GetString()));
        Assert.True(one.GetProperty("at").GetDateTimeOffset() <= DateTimeOffset.UtcNow);
        Assert.NotEqual("", one.GetProperty("curator").GetString());
        await using var source = Npgsql.NpgsqlDataSource.Create(market.ConnectionString);
        foreach (var table in new[] { "market.mt_events", "market.mt_doc_overridereason" })
        {
            await using var scan =
                source.CreateCommand($"select count(*) from {table} where data::text like '%anyaman ketak, saya lihat%'");
            Assert.Equal(0L, await scan.ExecuteScalarAsync(Cancellation));
        }
    }

    [Fact]
    public async Task changed_words_show_at_once_and_wait_for_a_second_look()
    {
        using var workshop = await Workshop.Open(market);
        var id = (await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid();
        Assert.DoesNotContain(id, await Waiting(workshop));
        using var changed = await workshop.Patch(id, new { description = "Kini dengan furing." });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        await Workshop.Eventually(() => workshop.Shown(id.ToString()), x =>
            x.GetProperty("description").GetString() == "Kini dengan furing.");
        Assert.Contains(id, await Waiting(workshop));
        await Workshop.Read(await workshop.Decide(id, "return", "Foto tidak cocok."), 200);
        await Workshop.Eventually(async () => (await workshop.Visitor.GetAsync($"/api/v1/products/{id}", Cancellation))
            .StatusCode, x => x == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task a_decision_on_an_older_version_is_refused_and_one_asked_for_again_is_done()
    {
        using var workshop = await Workshop.Open(market);
        var id = (await workshop.Listed(await workshop.Bag())).GetProperty("id").GetGuid();
        await Workshop.Read(await workshop.Submit(id), 202);
        var seen = (await workshop.Curator.GetFromJsonAsync<JsonElement>("/api/v1/curation", Cancellation)).GetProperty("items")
            .EnumerateArray()
            .Single(x => x.GetProperty("id").GetGuid() == id).GetProperty("version").GetInt32();
        var written = await Workshop.Read(await workshop.Patch(id, new { materials = new[] { "plastik" } }), 200);
        Assert.Equal((409, "stale"),
            await workshop.Refused(await Approve(workshop, id, new { decision = "approve", version = seen })));
        Assert.Equal((409, "stale"),
            await workshop.Refused(await Approve(workshop, id, new { decision = "approve" }, $"\"{seen}\"")));
        var newest = new { decision = "approve", version = written.GetProperty("version").GetInt32() };
        await Workshop.Read(await Approve(workshop, id, newest), 200);
        await Workshop.Read(await Approve(workshop, id, newest), 200);
    }

    private static async Task<HttpResponseMessage> Approve(Workshop workshop, Guid id, object decision, string? ifMatch = null)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post, $"/api/v1/products/{id}/curation") { Content = JsonContent.Create(decision) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await workshop.Curator.SendAsync(request, Cancellation);
    }

    [Fact]
    public async Task words_about_smoking_on_a_product_on_sale_are_seen_by_a_curator_before_buyers_see_them()
    {
        using var workshop = await Workshop.Open(market);
        var id = (await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid();
        using var changed = await workshop.Patch(id, new { name = "Kotak rokok anyaman ketak" });
        Assert.Equal("submitted", (await Workshop.Read(changed, 200)).GetProperty("status").GetString());
        await Workshop.Eventually(async () => (await workshop.Visitor.GetAsync($"/api/v1/products/{id}", Cancellation))
            .StatusCode, x => x != HttpStatusCode.OK);
        Assert.Contains(id, await Waiting(workshop));
        Assert.DoesNotContain("Kotak rokok anyaman ketak", await workshop.Found("q=kotak+rokok"));
        await Workshop.Read(await workshop.Decide(id, "approve", "Kotak kosong dari anyaman."), 200);
        Assert.Equal("Kotak rokok anyaman ketak", (await workshop.Shown($"{id}")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task every_page_of_the_queue_tells_how_many_wait_in_all()
    {
        using var workshop = await Workshop.Open(market);
        await Workshop.Read(await workshop.Submit((await workshop.Listed(await workshop.Bag())).GetProperty("id").GetGuid()),
            202);
        var last = await workshop.Curator.GetFromJsonAsync<JsonElement>("/api/v1/curation?page=9999", Cancellation);
        Assert.Equal((0, 9999), (last.GetProperty("items").GetArrayLength(), last.GetProperty("page").GetInt32()));
        Assert.InRange(last.GetProperty("total").GetInt32(), 1, int.MaxValue);
        var report = await workshop.Curator.GetFromJsonAsync<JsonElement>("/api/v1/reports/curation", Cancellation);
        Assert.InRange(report.GetProperty("waiting").GetInt32(), 1, int.MaxValue);
    }

    [Fact]
    public async Task a_withdrawn_product_is_gone_from_the_window()
    {
        using var workshop = await Workshop.Open(market);
        var product = await workshop.OnSale(await workshop.Bag("Tas jinjing Rajab"));
        using var reply = await workshop.Artisan.PostAsync($"/api/v1/products/{product.GetProperty("id").GetGuid()}/withdrawal",
            null, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
        Assert.DoesNotContain("Tas jinjing Rajab", await workshop.Found("q=jinjing+rajab"));
    }

    private static async Task<IEnumerable<Guid>> Waiting(Workshop workshop) =>
        (await workshop.Curator.GetFromJsonAsync<JsonElement>("/api/v1/curation", Cancellation)).GetProperty("items")
            .EnumerateArray()
            .Select(x => x.GetProperty("id").GetGuid());
}
