using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.Catalogue;

/// <summary>Artisans of one village under one brand, from founding to leaving.</summary>
public sealed class GroupTests(RunningMarket market)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_group_is_founded_joined_branded_and_left_and_everything_that_is_shown_follows()
    {
        using var founder = await Workshop.Open(market);
        using var member = await Workshop.Open(market);
        await founder.Brand(Unique("Sahnun"), "#8a5a2b");
        var own = Unique("Nurhayati");
        var shop = (await member.Brand(own, "#6f7a32")).GetProperty("slug").GetString();
        var name = Unique("Penenun Pemban Aji");
        var slug = (await Found(founder, name)).GetProperty("slug").GetString();

        // Nobody is a member without her own act.
        await Workshop.Read(await Post(founder, "artisans/me/group/invitations", new { shop }), 200);
        Assert.Single((await Group(slug!)).GetProperty("members").EnumerateArray());
        Assert.Equal((404, "not_found"),
            await member.Refused(await member.Artisan.GetAsync("/api/v1/artisans/me/group", Cancellation)));
        var invitation =
            (await Workshop.Read(await member.Artisan.GetAsync("/api/v1/artisans/me/group-invitations", Cancellation), 200))
            .GetProperty("items")[0];
        var joined = await Workshop.Read(await Post(member, "artisans/me/group",
            new { groupId = invitation.GetProperty("groupId").GetGuid() }), 200);
        Assert.Equal((false, 2), (joined.GetProperty("leads").GetBoolean(), joined.GetProperty("members").GetArrayLength()));

        var kit = new
        {
            name, story = "Tiga perempuan, satu alat tenun.", colour = "#5b2a1f", tagline = "Ikat dari rumah",
            careNote = "Jemur di tempat teduh."
        };
        Assert.Equal((403, "not_the_leader"),
            await member.Refused(await member.Artisan.PutAsJsonAsync("/api/v1/artisans/me/group/brand", kit, Cancellation)));
        Assert.Equal(1,
            (await Workshop.Read(await founder.Artisan.PutAsJsonAsync("/api/v1/artisans/me/group/brand", kit, Cancellation), 200))
            .GetProperty("version").GetInt32());

        // Her product under its brand: page, card, label, group's page, order.
        var product = await member.OnSale(await member.Bag("Syal ikat"));
        var id = product.GetProperty("id").GetGuid();
        var before = await Workshop.Eventually(() => member.Shown(id.ToString()), x => Card(x) is not null
            && x.GetProperty("photos").GetArrayLength() == 1);
        await Workshop.Read(await member.Patch(id, new { groupBrand = true }), 200);
        var shown = await Workshop.Eventually(() => member.Shown(id.ToString()), x => Card(x) is { } card
            && card != Card(before));
        Assert.Equal((name, own),
            (shown.GetProperty("group").GetProperty("name").GetString(), shown.GetProperty("artisan").GetProperty("name")
            .GetString()));
        using var visitor = new Reader(market);
        await visitor.Open($"/produk/{product.GetProperty("slug").GetString()}");
        Assert.Equal($"/kelompok/{slug}", visitor.Find("group").GetAttribute("href"));
        Assert.Matches($@"oleh\s+{name}\s+·\s+dibuat\s+{own}", visitor.Find("under-group").TextContent);
        Assert.Contains("#5b2a1f", visitor.Find("under-group").InnerHtml, StringComparison.Ordinal);
        await Workshop.Eventually(() => visitor.Open($"/kelompok/{slug}"), x =>
            x.QuerySelector("[data-test=banner]") is not null);
        foreach (var words in new[] { name, "Ikat dari rumah", "Tiga perempuan", own, "Syal ikat", "Semoyang" })
            Assert.Contains(words, visitor.Text, StringComparison.Ordinal);
        using var artisan = new Reader(market, "artisan", ("artisan", member.Id.Value.ToString()));
        await artisan.Open($"/perajin/label/cetak?bentuk=tempel&jumlah[{id}]=1");
        foreach (var words in new[] { name, $"dibuat {own}", "Jemur di tempat teduh." })
            Assert.Contains(words, artisan.Find("label").TextContent, StringComparison.Ordinal);

        // What is left of it stands on the group's page too.
        await Workshop.Read(await member.Patch(id, new { stock = 0 }), 200);
        await Workshop.Eventually(() => visitor.Open($"/kelompok/{slug}"), x =>
            x.Body!.TextContent.Contains("Sedang habis", StringComparison.Ordinal));
        await Workshop.Read(await member.Patch(id, new { stock = 5 }), 200);
        var old = await (await member.Visitor.Order("transfer", (new ProductId(id), 1))).Json();
        await Workshop.Read(await founder.Artisan.PutAsJsonAsync("/api/v1/artisans/me/group/brand",
            kit with { name = Unique("Tenun Baru"), colour = "#224466" }, Cancellation), 200);
        var sold = (await member.Visitor.OrderPage(old)).GetProperty("parts")[0];
        Assert.Equal((own, name, "#5b2a1f"),
            (sold.GetProperty("brand").GetProperty("name").GetString(), sold.GetProperty("groupBrands")[0].GetProperty("name")
            .GetString(), sold.GetProperty("groupBrands")[0].GetProperty("colour").GetString()));
        Assert.Equal(member.Id.Value, sold.GetProperty("artisanId").GetGuid());
        var newer = await Workshop.Eventually(() => member.Shown(id.ToString()), x => x.GetProperty("group").GetProperty("name")
            .GetString()!.StartsWith("Tenun Baru", StringComparison.Ordinal));
        using (var moved = await member.Visitor.GetAsync($"/kelompok/{slug}", Cancellation))
            Assert.Equal((HttpStatusCode.MovedPermanently,
                $"/kelompok/{newer.GetProperty("group").GetProperty("slug").GetString()}"),
                (moved.StatusCode, moved.Headers.Location?.ToString()));

        // She leaves: everything is her own brand's again, and the old order stays what it was.
        var theirs = await Workshop.Eventually(() => member.Shown(id.ToString()), x => Card(x) != Card(shown));
        await Workshop.Read(await member.Artisan.DeleteAsync("/api/v1/artisans/me/group", Cancellation), 204, empty: true);
        Assert.False((await Fresh(id)).TryGetProperty("group", out _));
        var after = await member.Visitor.OrderPage(await (await member.Visitor.Order("transfer", (new ProductId(id), 1))).Json());
        Assert.Empty(after.GetProperty("parts")[0].GetProperty("groupBrands").EnumerateArray());
        // Not the first one again: that may have been drawn a moment before her own brand had arrived.
        await Workshop.Eventually(() => member.Shown(id.ToString()), x => Card(x) is { } card && card != Card(theirs));
        await artisan.Open($"/perajin/label/cetak?bentuk=tempel&jumlah[{id}]=1");
        Assert.DoesNotContain("dibuat", artisan.Find("label").TextContent, StringComparison.Ordinal);
        await visitor.Open($"/pesanan/{old.GetProperty("id").GetGuid()}?key={old.GetProperty("accessKey").GetString()}");
        Assert.Contains(name, visitor.Find("sold-under").TextContent, StringComparison.Ordinal);
        Assert.Equal((422, "not_in_group"), await member.Refused(await member.Patch(id, new { groupBrand = true })));
    }

    [Fact]
    public async Task a_village_shows_its_groups_that_sell_something_by_the_name_they_have_now()
    {
        using var founder = await Workshop.Open(market);
        using var neighbour = await Workshop.Open(market);
        using var idle = await Workshop.Open(market);
        var (name, quiet) = (Unique("Penenun"), Unique("Belum Berjualan"));
        await Found(founder, name);
        await Found(idle, quiet);
        var code = (await Workshop.Read(await Post(founder, "artisans/me/group/code", new { }), 200)).GetProperty("code")
            .GetString();
        await Workshop.Read(await Post(neighbour, "artisans/me/group", new { code }), 200);
        foreach (var one in new[] { founder, neighbour })
        {
            var bag = await one.Bag();
            bag["groupBrand"] = true;
            await one.OnSale(bag);
        }

        name = Unique("Tenun Baru");
        await Workshop.Read(await founder.Artisan.PutAsJsonAsync("/api/v1/artisans/me/group/brand",
            new { name, colour = "#5b2a1f", story = "Dua perempuan.", tagline = "Ikat dari rumah" }, Cancellation), 200);
        var groups = (await Workshop.Read(await founder.Visitor.GetAsync("/api/v1/villages/semoyang", Cancellation), 200))
            .GetProperty("groups").EnumerateArray().ToList();
        var group = groups.Single(x => x.GetProperty("name").GetString() == name);
        Assert.Equal(("Ikat dari rumah", 2, 2),
            (group.GetProperty("tagline").GetString(), group.GetProperty("members").GetInt32(), group.GetProperty("products")
            .GetInt32()));
        Assert.DoesNotContain(groups, x => x.GetProperty("name").GetString() == quiet);

        using var visitor = new Reader(market);
        var page = await visitor.Open("/desa/semoyang");
        var card = page.QuerySelectorAll("[data-test=village-group]")
            .Single(x => x.TextContent.Contains(name, StringComparison.Ordinal));
        Assert.Equal($"/kelompok/{group.GetProperty("slug").GetString()}", card.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("2 perajin, 2 barang di toko", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ikat dari rumah", card.TextContent, StringComparison.Ordinal);
        await Workshop.Read(await founder.Artisan.DeleteAsync("/api/v1/artisans/me/group", Cancellation), 204, empty: true);
        await Workshop.Read(await neighbour.Artisan.DeleteAsync("/api/v1/artisans/me/group", Cancellation), 204, empty: true);
        page = await visitor.Open("/desa/semoyang");
        Assert.DoesNotContain(page.QuerySelectorAll("[data-test=village-group]"), x =>
            x.TextContent.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_code_lets_makers_of_the_village_in_until_it_is_changed()
    {
        using var founder = await Workshop.Open(market);
        using var neighbour = await Workshop.Open(market);
        using var late = await Workshop.Open(market);
        using var stranger = await Workshop.Open(market, RegionCode.Parse("52.02.06.2001"));
        await Found(founder, Unique("Penenun"));
        var code = (await Workshop.Read(await Post(founder, "artisans/me/group/code", new { }), 200)).GetProperty("code")
            .GetString()!;
        await Workshop.Read(await Post(neighbour, "artisans/me/group",
            new { code = $" {code[..4].ToLowerInvariant()}-{code[4..]}" }), 200);
        Assert.Equal((422, "other_village"), await stranger.Refused(await Post(stranger, "artisans/me/group", new { code })));
        Assert.Equal((409, "already_in_group"),
            await neighbour.Refused(await Post(neighbour, "groups", new { name = "Kelompok lain" })));
        await Workshop.Read(await Post(founder, "artisans/me/group/code", new { }), 200);
        Assert.Equal((422, "unknown_code"), await late.Refused(await Post(late, "artisans/me/group", new { code })));
    }

    [Fact]
    public async Task a_leader_takes_a_member_out_and_the_next_one_leads_when_she_goes_herself()
    {
        using var founder = await Workshop.Open(market);
        using var second = await Workshop.Open(market);
        using var third = await Workshop.Open(market);
        var slug = (await Found(founder, Unique("Penenun"))).GetProperty("slug").GetString()!;
        var code = (await Workshop.Read(await Post(founder, "artisans/me/group/code", new { }), 200)).GetProperty("code")
            .GetString();
        foreach (var one in new[] { second, third }) await Workshop.Read(await Post(one, "artisans/me/group", new { code }), 200);
        var bag = await third.Bag();
        bag["groupBrand"] = true;
        var listed = await third.Listed(bag);
        Assert.Equal(2, listed.GetProperty("version").GetInt32());
        Assert.Equal((403, "not_the_leader"),
            await second.Refused(await second.Artisan.DeleteAsync($"/api/v1/artisans/me/group/members/{third.Id.Value}",
            Cancellation)));
        await Workshop.Read(await founder.Artisan.DeleteAsync($"/api/v1/artisans/me/group/members/{third.Id.Value}",
            Cancellation), 204, empty: true);
        var products = await Workshop.Read(await third.Artisan.GetAsync("/api/v1/artisans/me/products", Cancellation), 200);
        Assert.Equal(JsonValueKind.Null, products.GetProperty("items")[0].GetProperty("groupId").ValueKind);
        await Workshop.Read(await founder.Artisan.DeleteAsync("/api/v1/artisans/me/group", Cancellation), 204, empty: true);
        Assert.True((await Workshop.Read(await second.Artisan.GetAsync("/api/v1/artisans/me/group", Cancellation), 200))
            .GetProperty("leads").GetBoolean());
        await Workshop.Read(await second.Artisan.DeleteAsync("/api/v1/artisans/me/group", Cancellation), 204, empty: true);
        Assert.Equal(HttpStatusCode.Gone, (await second.Visitor.GetAsync($"/kelompok/{slug}", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task whoever_is_erased_is_in_no_group_any_more()
    {
        using var founder = await Workshop.Open(market);
        using var second = await Workshop.Open(market);
        await Found(founder, Unique("Penenun"));
        var code = (await Workshop.Read(await Post(founder, "artisans/me/group/code", new { }), 200)).GetProperty("code")
            .GetString();
        await Workshop.Read(await Post(second, "artisans/me/group", new { code }), 200);
        await founder.Publish(new CloseShop(founder.Id));
        await Workshop.Eventually(async () =>
            await Workshop.Read(await second.Artisan.GetAsync("/api/v1/artisans/me/group", Cancellation), 200), x =>
            x.GetProperty("leads").GetBoolean());
    }

    [Fact]
    public async Task no_picture_outlives_a_group()
    {
        using var founder = await Workshop.Open(market);
        var id = (await Found(founder, Unique("Penenun"))).GetProperty("id").GetGuid();
        var drawn = await Workshop.Eventually(() => Pictures(id), x => x is not null);
        foreach (var picture in new[] { drawn!.Banner, drawn.Card, drawn.Square })
            Assert.Equal(HttpStatusCode.OK, (await founder.Visitor.GetAsync(picture, Cancellation)).StatusCode);
        await Workshop.Read(await founder.Artisan.DeleteAsync("/api/v1/artisans/me/group", Cancellation), 204, empty: true);
        Assert.Null(await Pictures(id));
        foreach (var picture in new[] { drawn.Banner, drawn.Card, drawn.Square })
            await Workshop.Eventually(async () => (await founder.Visitor.GetAsync(picture, Cancellation)).StatusCode,
                x => x == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task two_groups_that_one_artisan_joins_at_once_have_her_in_one()
    {
        using var one = await Workshop.Open(market);
        using var other = await Workshop.Open(market);
        using var wanted = await Workshop.Open(market);
        var codes = new List<string>();
        foreach (var founder in new[] { one, other })
        {
            await Found(founder, Unique("Penenun"));
            codes.Add((await Workshop.Read(await Post(founder, "artisans/me/group/code", new { }), 200)).GetProperty("code")
                .GetString()!);
        }

        var answers = await Task.WhenAll(codes.Select(code => Post(wanted, "artisans/me/group", new { code })));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(x => x.StatusCode).Order());
    }

    private async Task<ShopPictures?> Pictures(Guid id)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.LoadAsync<ShopPictures>(id, Cancellation);
    }

    private static Task<HttpResponseMessage> Post(Workshop workshop, string path, object body) =>
        workshop.Artisan.PostAsJsonAsync($"/api/v1/{path}", body, Cancellation);

    private static async Task<JsonElement> Found(Workshop workshop, string name) =>
        await Workshop.Read(await Post(workshop, "groups", new { name }), 201);

    private async Task<JsonElement> Group(string slug)
    {
        using var visitor = market.Visitor();
        return await Workshop.Read(await visitor.GetAsync($"/api/v1/groups/{slug}", Cancellation), 200);
    }

    /// <summary>As the database has it at this moment; what visitors are answered may be a second old.</summary>
    private async Task<JsonElement> Fresh(Guid id)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return JsonSerializer.SerializeToElement(await session.LoadAsync<ProductCard>(id, Cancellation));
    }

    private static string? Card(JsonElement product) => product.TryGetProperty("shareCard", out var url)
        && url.ValueKind == JsonValueKind.String && product.TryGetProperty("shareSquare", out var square)
        && square.ValueKind == JsonValueKind.String ? url.GetString() : null;

    private static string Unique(string name) => $"{name} {Guid.NewGuid().ToString("N")[..6]}";
}
