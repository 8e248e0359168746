using System.Net;
using System.Net.Http.Json;
using CraftMarket.Kernel;
using CraftMarket.Media;
using CraftMarket.Tests.Catalogue;
using CraftMarket.Tests.Media;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests;

/// <summary>The village on its page, and the office and an artisan who work on it without a script.</summary>
public sealed class VillagePageTests(RunningMarket market) : IDisposable
{
    private readonly Reader _office = new(market, "staff"), _buyer = new(market);

    [Fact]
    public async Task an_artisan_applies_the_office_gives_and_takes_the_mark_and_every_page_follows()
    {
        using (var client = market.As("staff")) await MarkTests.Rules(market, client);
        using var workshop = await Workshop.Open(market);
        var slug = (await workshop.OnSale(await workshop.Bag("Tas tanda halaman"))).GetProperty("slug").GetString();
        using var artisan = new Reader(market, "artisan", ("artisan", workshop.Id.Value.ToString()));
        await artisan.Open("/perajin/tanda");
        await artisan.Send("ask");
        Assert.Contains("Menunggu", artisan.Find("status").TextContent, StringComparison.Ordinal);

        await _office.Open("/kantor/tanda");
        await _office.Open(_office.Page.QuerySelector($"[data-artisan='{workshop.Id.Value}'] a")!.GetAttribute("href")!);
        await _office.Send("approve");
        Assert.Equal("/kantor/tanda", _office.Path);
        Assert.Equal((true, true), (await MarkOn($"/produk/{slug}"), await MarkOn($"/?q=tas+tanda+halaman")));

        await _office.Open($"/kantor/tanda/{workshop.Id.Value}");
        await _office.Send("withdraw", ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, _office.Status);
        await _office.Send("withdraw", ("reason", "Barangnya dibuat di desa lain."));
        Assert.Equal((false, false), (await MarkOn($"/produk/{slug}"), await MarkOn($"/?q=tas+tanda+halaman")));
        await artisan.Open("/perajin/tanda");
        Assert.Contains("Barangnya dibuat di desa lain.", artisan.Find("status").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_office_writes_a_village_and_the_page_tells_it_in_two_languages()
    {
        const string code = "52.02.06.2010";
        await _office.Open("/kantor/desa");
        await _office.Send("open", ("code", code));
        Assert.Equal($"/kantor/desa/{code}", _office.Path);
        await _office.Send("save", ("tagline", "Kidang menenun"), ("taglineEn", "Kidang weaves"),
            ("story", "Kidang menenun sejak dulu kala."),
            ("storyEn", "Kidang has always woven."), ("character", "Tenun biru"), ("characterEn", "Blue weaving"),
            ("latitude", "-8,77"), ("longitude", "116,39"), ("hours", "Setiap hari"), ("office", "Kantor Desa Kidang"));
        Assert.Equal($"/kantor/desa/{code}", _office.Path);
        Assert.Equal("-8.77", _office.Page.QuerySelector("#latitude")!.GetAttribute("value"));
        await _office.Open($"/kantor/desa/{code}/galeri");
        _office.Attach("file", SamplePhotos.Jpeg(900, 600));
        await _office.Send("save", ("newDescription", "Alat tenun di beranda"), ("newEnglish", "A loom on the porch"));
        await _office.Open($"/kantor/desa/{code}/tahap");
        await _office.Send("reach", ("stage", "dijajaki"), ("on", "2025-01-06"));
        await _office.Send("pilot");
        await _office.Open($"/kantor/desa/{code}/aturan");
        await _office.Send("issue", ("rules", "Hanya untuk tenun dari Desa Kidang."));
        Assert.Contains("Edisi 1", _office.Find("edition").TextContent, StringComparison.Ordinal);

        await Workshop.Eventually(() => _buyer.Open("/desa/kidang"), x => x.QuerySelector("img.cover") is not null);
        Assert.Equal("Alat tenun di beranda", _buyer.Page.QuerySelector("img.cover")!.GetAttribute("alt"));
        Assert.Contains("openstreetmap.org", _buyer.Find("map").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("Kantor Desa Kidang", _buyer.Find("contact").TextContent, StringComparison.Ordinal);
        Assert.Contains("Dijajaki, 6 Januari 2025", _buyer.Find("stages").TextContent, StringComparison.Ordinal);
        Assert.NotNull(_buyer.Find("pilot"));
        await _buyer.Open("/desa");
        Assert.NotNull(_buyer.Page.QuerySelector("[data-slug=kidang] [data-test=pilot]"));
        var pictures = _buyer.Page.QuerySelectorAll("main img:not(.seed)")
            .Select(x => (x.GetAttribute("loading"), x.GetAttribute("fetchpriority"))).ToArray();
        Assert.Equal(("eager", "high"), pictures[0]);
        Assert.All(pictures.Skip(1), x => Assert.Equal(("lazy", null), x));
        await _buyer.Open("/desa/kidang");
        await _buyer.Send("language");
        Assert.Contains("Kidang has always woven.", _buyer.Text, StringComparison.Ordinal);
        Assert.Contains("Blue weaving", _buyer.Find("character").TextContent, StringComparison.Ordinal);
        // What nobody put into English is marked as Indonesian, so that it is read aloud as such.
        Assert.Equal(("en", "id", "id"),
            (_buyer.Find("character").QuerySelector("p")!.GetAttribute("lang"), _buyer.Find("hours").GetAttribute("lang"),
            _buyer.Find("contact").QuerySelector("span")!.GetAttribute("lang")));

        // Two of the office write at once: the second is asked to look again.
        using var colleague = new Reader(market, "staff");
        await colleague.Open($"/kantor/desa/{code}");
        await _office.Open($"/kantor/desa/{code}");
        await _office.Send("save", ("character", "Tenun biru tua"));
        await colleague.Send("save", ("character", "Tenun merah"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, colleague.Status);
        await colleague.Open($"/kantor/desa/{code}");
        await _office.Open($"/kantor/desa/{code}");
        await _office.Send("save", ("phone", "(0370) 555 0177"));
        await colleague.Send("save", ("character", "Tenun merah"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, colleague.Status);
        await _buyer.Open("/desa/kidang");
        Assert.Contains("555 0177", _buyer.Find("contact").TextContent, StringComparison.Ordinal);
        foreach (var (page, button, typed) in new[] { ("galeri", "save", ("english", "A loom outside")),
            ("aturan", "issue", ("rules", "Hanya untuk tenun gedogan dari Desa Kidang.")) })
        {
            await colleague.Open($"/kantor/desa/{code}/{page}");
            await _office.Open($"/kantor/desa/{code}/{page}");
            await _office.Send(button, (typed.Item1, typed.Item2 + " sekali"));
            await colleague.Send(button, typed);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, colleague.Status);
        }
    }

    [Fact]
    public async Task a_pilot_says_its_stage_and_a_new_village_is_not_said_to_sell()
    {
        const string pilot = "52.02.06.2007", fresh = "52.02.06.2008";
        foreach (var code in new[] { pilot, fresh })
        {
            await _office.Open("/kantor/desa");
            await _office.Send("open", ("code", code));
        }

        await _office.Open($"/kantor/desa/{pilot}/tahap");
        await _office.Send("pilot");
        await _office.Send("reach", ("stage", "berjalan"), ("on", "2024-01-06"));
        Assert.Contains("6 Januari 2024", _office.Find("history").TextContent, StringComparison.Ordinal);
        await _office.Send("correct", ("corrected", "2025-01-06"));
        Assert.Contains("6 Januari 2025", _office.Find("history").TextContent, StringComparison.Ordinal);
        Assert.Single(_office.Page.QuerySelectorAll("[data-test=history] li"));

        await _buyer.Open("/desa");
        Assert.Equal("Berjalan", _buyer.Page.QuerySelector("[data-slug=bilelando] [data-test=stage]")!.TextContent);
        var group = _buyer.Page.QuerySelector("[data-slug=ganti]")!.Closest("[data-test=group]")!;
        Assert.DoesNotContain("sudah ada di toko", group.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_photo_that_broke_says_so_and_a_logo_can_be_taken_off()
    {
        const string code = "52.02.06.2013";
        await _office.Open("/kantor/desa");
        await _office.Send("open", ("code", code));
        await _office.Open($"/kantor/desa/{code}/galeri");
        _office.Attach("file", SamplePhotos.Jpeg(900, 600));
        await _office.Send("save", ("newDescription", "Dapur bersama"), ("newEnglish", "The kitchen for all"));
        var photo = Guid.Parse(_office.Page.QuerySelector("input[name=photoIds]")!.GetAttribute("value")!);
        await Break(photo);
        await _office.Open($"/kantor/desa/{code}/galeri");
        Assert.Contains("rusak", _office.Find("failed").TextContent, StringComparison.Ordinal);
        await _office.Send("save", ("descriptions", "Dapur desa"));
        Assert.Equal((HttpStatusCode.OK, $"/kantor/desa/{code}/galeri"), (_office.Status, _office.Path));
        await _office.Open($"/kantor/foto/{photo}");
        Assert.Equal("/photo-broken.svg", _office.Path);

        await _office.Open($"/kantor/desa/{code}");
        _office.Attach("logo", SamplePhotos.Jpeg(400, 400));
        (string, string)[] told = [("tagline", "Pegonak menganyam"), ("taglineEn", "Pegonak plaits"),
            ("story", "Pegonak menganyam sejak dulu kala.")];
        await _office.Send("save", told);
        Assert.NotEmpty(_office.Page.QuerySelector("input[name=logoPhotoId]")!.GetAttribute("value")!);
        await _office.Send("save", [.. told, ("removeLogo", "true")]);
        Assert.Equal(HttpStatusCode.OK, _office.Status);
        Assert.Empty(_office.Page.QuerySelector("input[name=logoPhotoId]")!.GetAttribute("value") ?? "");
    }

    /// <summary>What a painter says who cannot read a photo after all.</summary>
    private async Task Break(Guid photo)
    {
        var store = market.Services.GetRequiredService<IDocumentStore>();
        await Workshop.Eventually(async () =>
        {
            await using var session = store.QuerySession();
            return (await session.LoadAsync<Photo>(new PhotoId(photo), TestContext.Current.CancellationToken))!.Status;
        }, x => x == PhotoStatus.Ready);
        await using var session = store.LightweightSession();
        session.Events.Append(photo, new PhotoFoundUnusable("unreadable"));
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task who_waits_while_the_rules_change_accepts_the_new_ones_before_the_mark_is_given()
    {
        const string code = "52.02.06.2005";
        await _office.Open("/kantor/desa");
        await _office.Send("open", ("code", code));
        await _office.Open($"/kantor/desa/{code}/aturan");
        await _office.Send("issue", ("rules", "Hanya untuk anyaman dari Desa Landah."));
        using var workshop = await Workshop.Open(market, RegionCode.Parse(code));
        using var artisan = new Reader(market, "artisan", ("artisan", workshop.Id.Value.ToString()));
        await artisan.Open("/perajin/tanda");
        await artisan.Send("ask");
        await _office.Open($"/kantor/desa/{code}/aturan");
        await _office.Send("issue", ("rules", "Hanya untuk anyaman halus dari Desa Landah."));

        await _office.Open($"/kantor/tanda/{workshop.Id.Value}");
        Assert.Contains("Hanya untuk anyaman dari Desa Landah.", _office.Find("accepted").TextContent, StringComparison.Ordinal);
        Assert.Null(_office.Page.QuerySelector("[data-test=approve]"));
        using var client = market.As("staff");
        Assert.Equal((409, "rules_changed"),
            await workshop.Refused(await client.PostAsJsonAsync($"/api/v1/mark-applications/{workshop.Id.Value}/decision",
            new { decision = "approve" }, TestContext.Current.CancellationToken)));
        await artisan.Open("/perajin/tanda");
        await artisan.Send("accept-newer");
        Assert.Contains("Menunggu", artisan.Find("status").TextContent, StringComparison.Ordinal);
        await _office.Open($"/kantor/tanda/{workshop.Id.Value}");
        Assert.Contains("anyaman halus", _office.Find("accepted").TextContent, StringComparison.Ordinal);
        await _office.Send("approve");
        Assert.Equal("/kantor/tanda", _office.Path);
    }

    [Fact]
    public async Task the_makers_of_a_village_take_turns_on_its_page_and_in_the_interface()
    {
        var village = RegionCode.Parse("52.02.06.2002");
        using var early = await Workshop.Open(market, village);
        using var busy = await Workshop.Open(market, village);
        await early.OnSale(await early.Bag("Tas giliran awal"));
        for (var more = 0; more < 3; more++) await busy.OnSale(await busy.Bag($"Tas giliran {more}"));
        var page = await _buyer.Open("/desa/beleka");
        Assert.Contains("Tas giliran awal",
            string.Join(';', page.QuerySelectorAll("[data-test=product]").Take(2).Select(x => x.TextContent)),
            StringComparison.Ordinal);
        var told = await Workshop.Read(await early.Visitor.GetAsync("/api/v1/villages/beleka",
            TestContext.Current.CancellationToken), 200);
        Assert.Contains("Tas giliran awal", told.GetProperty("products").EnumerateArray().Take(2)
            .Select(x => x.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("/desa", null)]
    [InlineData("/perajin/tanda", "artisan")]
    [InlineData("/kantor/desa", "staff")]
    [InlineData("/kantor/desa/52.02.06.2003", "staff")]
    [InlineData("/kantor/desa/52.02.06.2003/galeri", "staff")]
    [InlineData("/kantor/desa/52.02.06.2003/tahap", "staff")]
    [InlineData("/kantor/desa/52.02.06.2003/aturan", "staff")]
    [InlineData("/kantor/tanda", "staff")]
    [InlineData("/kantor/wilayah", "staff")]
    public async Task a_page_has_a_title_one_heading_and_a_label_for_every_field(string path, string? role)
    {
        using var reader = new Reader(market, role, ("artisan", Guid.NewGuid().ToString()));
        var page = await reader.Open(path);
        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.NotEmpty(page.Title!);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(x => x.Id).Where(x => x.Count() > 1).Select(x => x.Key));
        foreach (var field in page.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
            Assert.True(field.Closest("label") is not null || page.QuerySelector($"label[for='{field.Id}']") is not null,
                $"{field.OuterHtml} on {path} has no label.");
    }

    /// <summary>Whether the page shows a mark on the good itself; goods of others below it may bear theirs.</summary>
    private async Task<bool> MarkOn(string path)
    {
        var page = await _buyer.Open(path);
        // Goods of others, who may bear it.
        foreach (var others in page.QuerySelectorAll("[data-test=alike], [data-test=more-of-village]")) others.Remove();
        return page.QuerySelector("[data-test=mark]") is not null;
    }

    public void Dispose()
    {
        _office.Dispose();
        _buyer.Dispose();
    }
}
