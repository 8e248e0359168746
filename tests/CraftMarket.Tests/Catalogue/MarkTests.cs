using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using static CraftMarket.Tests.Catalogue.MarkSteps;

namespace CraftMarket.Tests.Catalogue;

/// <summary>The village mark from asking to losing it, as buyers see it.</summary>
public sealed class MarkTests(RunningMarket market) : IDisposable
{
    private readonly HttpClient _office = market.As("staff");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_product_shows_the_mark_only_while_its_maker_has_it()
    {
        await Rules(market, _office);
        using var workshop = await Workshop.Open(market);
        var name = "Tas bertanda " + Guid.NewGuid().ToString("N")[..6];
        var id = (await workshop.OnSale(await workshop.Bag(name))).GetProperty("id").GetGuid();
        Assert.False((await Listed(workshop, name)).TryGetProperty("mark", out _));

        await Workshop.Read(await Ask(workshop), 202);
        Assert.False((await workshop.Shown($"{id}")).TryGetProperty("mark", out _));
        await Workshop.Read(await Decide(workshop, "approve"), 200);
        Assert.Equal("semoyang", (await Listed(workshop, name)).GetProperty("mark").GetProperty("village").GetString());
        Assert.Matches("^#[0-9a-f]{6}$", (await workshop.Shown($"{id}")).GetProperty("mark").GetProperty("colour").GetString());
        Assert.True(await MarkedInVillage(workshop));

        // Not a moment later: whoever looks after the answer sees no mark any more.
        await Workshop.Read(await Withdraw(workshop, "Barangnya dibuat di desa lain."), 200);
        Assert.False((await Listed(workshop, name)).TryGetProperty("mark", out _));
        Assert.False((await workshop.Shown($"{id}")).TryGetProperty("mark", out _));
        Assert.False(await MarkedInVillage(workshop));
        var own = await workshop.Artisan.GetFromJsonAsync<JsonElement>("/api/v1/artisans/me/mark-application", Cancellation);
        Assert.Equal(("withdrawn", "Barangnya dibuat di desa lain."),
            (own.GetProperty("status").GetString(), own.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task the_mark_of_one_village_is_not_for_goods_of_another()
    {
        await Rules(market, _office);
        using var workshop = await Workshop.Open(market);
        await workshop.Brand($"Dua desa {Guid.NewGuid():N}"[..20], "#3d5a2a");
        await Workshop.Read(await Ask(workshop), 202);
        await Workshop.Read(await Decide(workshop, "approve"), 200);
        var names = new[] { "Tas sini ", "Tas sana " }.Select(x => x + Guid.NewGuid().ToString("N")[..6]).ToArray();
        var (here, there) =
            (await MadeIn(workshop, names[0], "52.02.06.2003"), await MadeIn(workshop, names[1], "52.02.06.2012"));

        Assert.True((await workshop.Shown($"{here}")).TryGetProperty("mark", out _));
        Assert.False((await workshop.Shown($"{there}")).TryGetProperty("mark", out _));
        Assert.True((await Listed(workshop, names[0])).TryGetProperty("mark", out _));
        Assert.False((await Listed(workshop, names[1])).TryGetProperty("mark", out _));
        Assert.Equal((true, false), ((await Labels(workshop, here)).Sealed, (await Labels(workshop, there)).Sealed));
        using var visitor = new Reader(market);
        foreach (var (id, other, marked) in new[] { (here, names[1], true), (there, names[0], false) })
        {
            await visitor.Open($"/produk/{(await workshop.Shown($"{id}")).GetProperty("slug").GetString()}");
            Assert.Equal(marked, visitor.Text.Contains("Memakai tanda desa", StringComparison.Ordinal));
            // The maker's other product stands below with what is true of it.
            var below = visitor.Page.QuerySelectorAll("[data-test=product]")
                .Single(x => x.TextContent.Contains(other, StringComparison.Ordinal));
            Assert.Equal(!marked, below.QuerySelector("[data-test=mark]") is not null);
            Assert.Equal(!marked, below.QuerySelector("[data-test=mark] [lang=id]") is not null);
        }

        await Workshop.Eventually(() => Kept(here), x => x.ShareMark == "52.02.06.2003");
        await Workshop.Eventually(() => Kept(there), x => x.ShareMark == "");

        // Who has another home has no mark to ask for here.
        using var elsewhere = await Workshop.Open(market, RegionCode.Parse("52.02.06.2012"));
        Assert.Equal((409, "mark_not_offered"), await elsewhere.Refused(await Ask(elsewhere)));
    }

    private static async Task<Guid> MadeIn(Workshop workshop, string name, string village)
    {
        var bag = await workshop.Bag(name);
        bag["provenance"] = new { place = village };
        var id = (await workshop.Listed(bag)).GetProperty("id").GetGuid();
        await Workshop.Read(await workshop.Submit(id), 202);
        var found = new { decision = "approve", claims = new { place = "checked", material = "checked" } };
        await Workshop.Read(await workshop.Curator.PostAsJsonAsync($"/api/v1/products/{id}/curation", found, Cancellation), 200);
        return id;
    }

    [Fact]
    public async Task the_queue_names_who_waits_and_an_answer_needs_a_reason_only_to_refuse()
    {
        await Rules(market, _office);
        using var workshop = await Workshop.Open(market);
        await Workshop.Read(await Ask(workshop), 202);
        await Workshop.Read(await Ask(workshop), 202);
        Assert.Single(await Queue(_office, "waiting"), x => x == workshop.Id.Value);
        Assert.Equal((422, "reason_missing"), await workshop.Refused(await Decide(workshop, "refuse")));
        Assert.Equal((409, "wrong_state"), await workshop.Refused(await Withdraw(workshop, "Belum pernah diberi.")));
        await Workshop.Read(await Decide(workshop, "refuse", "Anyamannya masih longgar."), 200);
        Assert.DoesNotContain(workshop.Id.Value, await Queue(_office, "waiting"));
        Assert.Contains(workshop.Id.Value, await Queue(_office, "refused"));
        await Workshop.Read(await Ask(workshop), 202);
        Assert.Contains(workshop.Id.Value, await Queue(_office, "waiting"));
    }

    [Fact]
    public async Task a_long_list_of_holders_begins_with_the_newest_and_is_counted_whole()
    {
        await Rules(market, _office);
        using var workshop = await Workshop.Open(market);
        await workshop.OnSale(await workshop.Bag());
        await workshop.OnSale(await workshop.Bag());
        await using (var session = market.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            for (var i = 0; i < 120; i++)
            {
                var holder = new ArtisanId(Guid.CreateVersion7());
                session.Events.StartStream<MarkUse>(MarkUseId.Of(holder).Value,
                    new MarkAskedFor(holder, Regions.Semoyang, 1, DateTimeOffset.UnixEpoch.AddDays(i)),
                    new MarkGiven(DateTimeOffset.UnixEpoch.AddDays(i + 1)));
            }

            await session.SaveChangesAsync(Cancellation);
        }

        await Workshop.Read(await Ask(workshop), 202);
        await Workshop.Read(await Decide(workshop, "approve"), 200);
        var (first, second) = (await Page(1), await Page(2));
        Assert.True(first.GetProperty("total").GetInt32() > 120);
        Assert.Equal(100, first.GetProperty("items").GetArrayLength());
        var newest = first.GetProperty("items").EnumerateArray()
            .Single(x => x.GetProperty("artisanId").GetGuid() == workshop.Id.Value);
        Assert.Equal(2, newest.GetProperty("onSale").GetInt32());
        Assert.Empty(Ids(first).Intersect(Ids(second)));
        using var office = new Reader(market, "staff");
        await office.Open("/kantor/tanda");
        Assert.NotNull(office.Page.QuerySelector($"[data-artisan='{workshop.Id.Value}']"));
        Assert.Contains($"({first.GetProperty("total").GetInt32()})", office.Find("count-given").TextContent,
            StringComparison.Ordinal);
        await office.Open(office.Find("more").GetAttribute("href")!);
        Assert.Null(office.Page.QuerySelector($"[data-artisan='{workshop.Id.Value}']"));

        async Task<JsonElement> Page(int page) =>
            await _office.GetFromJsonAsync<JsonElement>($"/api/v1/mark-applications?status=given&page={page}", Cancellation);
        static IEnumerable<Guid> Ids(JsonElement list) => list.GetProperty("items").EnumerateArray()
            .Select(x => x.GetProperty("artisanId").GetGuid());
    }

    [Fact]
    public async Task nobody_but_the_office_decides()
    {
        using var workshop = await Workshop.Open(market);
        foreach (var client in new[] { workshop.Artisan, workshop.Curator })
            Assert.Equal(403,
                (int)(await client.PostAsJsonAsync($"/api/v1/mark-applications/{workshop.Id.Value}/decision",
                new { decision = "approve" }, Cancellation)).StatusCode);
        Assert.Equal((404, "not_found"), await workshop.Refused(await Decide(workshop, "approve")));
    }

    internal static async Task Rules(RunningMarket market, HttpClient office)
    {
        var rules = new
        {
            rules = new
            {
                id = "Hanya untuk barang yang dibuat tangan di Semoyang.",
                en = "Only for goods made by hand in Semoyang."
            }
        };
        using var reply = await office.PostAsJsonAsync("/api/v1/villages/52.02.06.2003/rules", rules, Cancellation);
        Assert.Equal(204, (int)reply.StatusCode);
    }

    internal static Task<HttpResponseMessage> Ask(Workshop workshop) =>
        workshop.Artisan.PostAsJsonAsync("/api/v1/artisans/me/mark-application", new { }, Cancellation);

    [Fact]
    public async Task cards_labels_and_the_shop_show_the_mark_only_while_its_maker_has_it()
    {
        await Rules(market, _office);
        using var workshop = await Workshop.Open(market);
        var slug = (await workshop.Brand($"Tanda {Guid.NewGuid():N}"[..16], "#3d5a2a")).GetProperty("slug").GetString();
        var id = (await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid();
        var plain = await Workshop.Eventually(() => workshop.Shown($"{id}"),
            x => x.GetProperty("photos").GetArrayLength() == 1 && x.TryGetProperty("shareSquare", out var url)
                && url.GetString() is not null);
        var (card, label) = (plain.GetProperty("shareCard").GetString(), await Labels(workshop, id));
        Assert.False(label.Sealed);

        await Workshop.Read(await Ask(workshop), 202);
        await Workshop.Read(await Decide(workshop, "approve"), 200);
        await Workshop.Eventually(() => workshop.Shown($"{id}"), x => x.GetProperty("shareCard").GetString() != card);
        var marked = await Labels(workshop, id);
        Assert.True(marked.Sealed);
        Assert.NotEqual(label.Png, marked.Png);
        using var visitor = new Reader(market);
        await visitor.Open($"/perajin/{slug}");
        Assert.Contains("Kriya Semoyang", visitor.Find("mark").TextContent, StringComparison.Ordinal);

        await Workshop.Read(await Withdraw(workshop, "Barangnya dibuat di desa lain."), 200);
        var after = await Labels(workshop, id);
        Assert.False(after.Sealed);
        Assert.Equal(label.Png, after.Png);
        Assert.Null((await visitor.Open($"/perajin/{slug}")).QuerySelector("[data-test=mark]"));
        // A picture is named after its content: the very card from before the mark is back.
        await Workshop.Eventually(() => workshop.Shown($"{id}"), x => x.GetProperty("shareCard").GetString() == card);
    }

    [Fact]
    public async Task no_picture_shows_a_mark_that_was_taken_back_even_before_it_is_drawn_again()
    {
        await Rules(market, _office);
        using var workshop = await Workshop.Open(market);
        var slug = (await workshop.Brand($"Lepas {Guid.NewGuid():N}"[..16], "#3d5a2a")).GetProperty("slug").GetString();
        await Workshop.Read(await Ask(workshop), 202);
        await Workshop.Read(await Decide(workshop, "approve"), 200);
        // One step after another, so that nothing is still to be drawn afterwards.
        var empty = await Workshop.Eventually(() => Shop(workshop), x => x is { Mark: "52.02.06.2003" });
        var id = (await workshop.Listed(await workshop.Bag())).GetProperty("id").GetGuid();
        await Workshop.Eventually(() => Kept(id), x => x.Pictures.Count == 1);
        await Workshop.Read(await workshop.Submit(id), 202);
        await Workshop.Read(await workshop.Decide(id, "approve"), 200);
        var address = (await workshop.Shown($"{id}")).GetProperty("slug").GetString();
        var marked = (await Workshop.Eventually(() => Kept(id), x => x is { ShareMark: "52.02.06.2003", ShareSquare: not null }))
            .ShareCard!;
        await Workshop.Eventually(() => Shop(workshop), x => x!.Banner != empty!.Banner);
        using var visitor = new Reader(market);
        using var artisan = new Reader(market, "artisan", ("artisan", workshop.Id.Value.ToString()));
        Assert.Contains(marked, Shared(await visitor.Open($"/produk/{address}")), StringComparison.Ordinal);
        await Workshop.Eventually(() => visitor.Open($"/perajin/{slug}"), x => x.QuerySelector("[data-test=banner]") is not null);

        // As on a node whose messages wait: the leave is gone, and nothing has been drawn since.
        await Append(workshop, new MarkWithdrawn("Barangnya dibuat di desa lain.", DateTimeOffset.UnixEpoch));
        Assert.Equal(marked, (await Kept(id)).ShareCard);
        var photo = (await workshop.Shown($"{id}")).GetProperty("photos")[0].GetProperty("url").GetString();
        // Nothing was written through this node, so its answer from before the card was drawn may stand for its second.
        var shown = await Workshop.Eventually(() => workshop.Shown($"{id}"), x =>
            x.GetProperty("shareCard").GetString() == photo);
        Assert.Equal(photo, shown.GetProperty("shareSquare").GetString());
        Assert.False(shown.TryGetProperty("shareMark", out _));
        Assert.EndsWith(photo!, Shared(await visitor.Open($"/produk/{address}")), StringComparison.Ordinal);
        Assert.Null((await visitor.Open($"/perajin/{slug}")).QuerySelector("[data-test=banner]"));
        var sharing = await artisan.Open("/perajin/bagikan");
        Assert.DoesNotContain(marked, sharing.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(photo, artisan.Find("photo").GetAttribute("src"));

        // Taken out of the shop and back again, it is right from the first moment and drawn anew soon.
        await Workshop.Read(await workshop.Artisan.PostAsync($"/api/v1/products/{id}/withdrawal", null, Cancellation), 204,
            empty: true);
        await Workshop.Read(await workshop.Submit(id), 202);
        await Workshop.Read(await workshop.Decide(id, "approve"), 200);
        Assert.NotEqual(marked, (await workshop.Shown($"{id}")).GetProperty("shareCard").GetString());
        await Workshop.Eventually(() => Kept(id), x => x.ShareMark == "");
        await Workshop.Eventually(() => visitor.Open($"/perajin/{slug}"), x => x.QuerySelector("[data-test=banner]") is not null);
        Assert.NotEqual(marked, (await workshop.Shown($"{id}")).GetProperty("shareCard").GetString());
    }

    private static string Shared(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!;

    private async Task<Product> Kept(Guid id)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return (await session.LoadAsync<Product>(id, Cancellation))!;
    }

    private async Task<ShopPictures?> Shop(Workshop workshop)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.LoadAsync<ShopPictures>(Maker.StreamOf(workshop.Id), Cancellation);
    }

    private async Task Append(Workshop workshop, object e)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Events.Append(MarkUseId.Of(workshop.Id).Value, e);
        await session.SaveChangesAsync(Cancellation);
    }

    private async Task<(bool Sealed, byte[] Png)> Labels(Workshop workshop, Guid product)
    {
        using var artisan = new Reader(market, "artisan", ("artisan", workshop.Id.Value.ToString()));
        var sheet = await artisan.Open($"/perajin/label/cetak?jumlah[{product}]=1");
        using var png = await market.Page(workshop, $"/perajin/label/png?jumlah[{product}]=1");
        return (sheet.QuerySelector("[data-test=seal]") is not null, await png.Content.ReadAsByteArrayAsync(Cancellation));
    }

    private Task<HttpResponseMessage> Decide(Workshop workshop, string decision, string? reason = null) =>
        _office.PostAsJsonAsync($"/api/v1/mark-applications/{workshop.Id.Value}/decision", new { decision, reason },
            Cancellation);

    private Task<HttpResponseMessage> Withdraw(Workshop workshop, string reason) =>
        _office.PostAsJsonAsync($"/api/v1/mark-applications/{workshop.Id.Value}/withdrawal", new { reason }, Cancellation);

    public void Dispose() => _office.Dispose();
}
