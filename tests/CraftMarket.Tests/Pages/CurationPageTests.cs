using System.Net;
using CraftMarket.Tests.Catalogue;

namespace CraftMarket.Tests;

/// <summary>A curator at work: what waits, and the two answers.</summary>
public sealed class CurationPageTests(RunningMarket market) : IDisposable
{
    private readonly Reader _curator = new(market, "curator");

    [Fact]
    public async Task an_approved_product_leaves_the_queue_for_the_shop()
    {
        using var workshop = await Workshop.Open(market);
        var product = await Submitted(workshop, "Tas kurasi setuju");
        await _curator.Open("/kantor/kurasi");
        var waiting = _curator.Page.QuerySelector($"[data-product='{product}']")!;
        Assert.Equal("Masuk hari ini", waiting.QuerySelector("[data-test=age]")!.TextContent);
        await _curator.Open(waiting.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("Dianyam tangan di Semoyang.", _curator.Find("description").TextContent, StringComparison.Ordinal);
        await _curator.Send("approve");
        Assert.Null(_curator.Page.QuerySelector($"[data-product='{product}']"));
        Assert.Equal("published", (await workshop.Shown($"{product}")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task a_product_goes_back_only_with_a_reason()
    {
        using var workshop = await Workshop.Open(market);
        var product = await Submitted(workshop, "Tas kurasi kembali");
        await _curator.Open($"/kantor/kurasi/{product}");
        await _curator.Send("return", ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, _curator.Status);
        Assert.NotNull(_curator.Page.GetElementById("reason-wrong"));
        await _curator.Send("return", ("reason", "Fotonya terlalu gelap."));
        Assert.Equal("/kantor/kurasi", _curator.Path);
        await _curator.Open($"/kantor/kurasi/{product}");
        Assert.Null(_curator.Page.QuerySelector("[data-test=approve]"));
    }

    [Fact]
    public async Task words_about_smoking_pass_only_with_a_reason_that_the_office_reads_afterwards()
    {
        using var workshop = await Workshop.Open(market);
        var product = await Submitted(workshop, "Kotak rokok ketak");
        await _curator.Open($"/kantor/kurasi/{product}");
        await _curator.Send("approve", ("overrideReason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, _curator.Status);
        Assert.Contains("Tulis mengapa", _curator.Page.GetElementById("overrideReason-wrong")!.TextContent,
            StringComparison.Ordinal);
        Assert.Null(_curator.Page.GetElementById("reason-wrong"));
        await _curator.Send("approve", ("overrideReason", "Kotak kosong untuk disimpan."));
        Assert.Equal("/kantor/kurasi", _curator.Path);
        await _curator.Open($"/kantor/kurasi/{product}");
        Assert.DoesNotContain("Kotak kosong", _curator.Find("history").TextContent, StringComparison.Ordinal);
        Assert.NotNull(_curator.Find("overridden"));
        using var office = new Reader(market, "staff");
        await office.Open("/kantor/laporan/kurasi");
        await office.Open(office.Find("overrides").GetAttribute("href")!);
        var row = office.Page.QuerySelector($"[data-test=override][data-product='{product}']")!;
        Assert.Equal(("Kotak rokok ketak", "Kotak kosong untuk disimpan."),
            (row.QuerySelector("h2")!.TextContent, row.QuerySelector("[data-test=reason]")!.TextContent));
        Assert.Equal("rokok", row.QuerySelector("[data-test=words]")!.TextContent);
    }

    [Fact]
    public async Task a_resubmission_shows_what_changed_and_why_it_went_back()
    {
        using var workshop = await Workshop.Open(market);
        var product = await Submitted(workshop, "Tas kurasi beda");
        await _curator.Open($"/kantor/kurasi/{product}");
        Assert.Null(_curator.Page.QuerySelector("[data-test=difference]"));
        await _curator.Send("return", ("reasonCodes", "size_missing"), ("reason", "Panjang tali juga."));
        using var artisan = new Reader(market, "artisan", ("artisan", workshop.Id.Value.ToString()));
        await artisan.Open($"/perajin/produk/{product}");
        Assert.Contains("Tulis panjang, lebar dan tinggi", artisan.Find("return-reason").TextContent, StringComparison.Ordinal);
        Assert.Contains("Panjang tali juga.", artisan.Find("return-reason").TextContent, StringComparison.Ordinal);
        await artisan.Send("save-and-submit", ("price", "175.000"));
        await _curator.Open($"/kantor/kurasi/{product}");
        Assert.Contains("Rp175.000", _curator.Find("change-price").TextContent, StringComparison.Ordinal);
        Assert.Contains("Dikembalikan", _curator.Find("history").TextContent, StringComparison.Ordinal);
        await _curator.Send("approve", ("claims[material]", "Checked"));
        using var visitor = new Reader(market);
        await visitor.Open($"/produk/{(await workshop.Shown($"{product}")).GetProperty("slug").GetString()}");
        Assert.Contains("katun", visitor.Find("provenance").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_revision_behind_the_curators_back_is_shown_before_it_is_approved()
    {
        using var workshop = await Workshop.Open(market);
        var product = await Submitted(workshop, "Tas kurasi disalip");
        await _curator.Open($"/kantor/kurasi/{product}");
        await Workshop.Read(await workshop.Patch(product, new { description = "Dijahit mesin di Praya." }), 200);
        await _curator.Send("approve", ("claims[material]", "Checked"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, _curator.Status);
        Assert.Contains("Dijahit mesin di Praya.", _curator.Find("description").TextContent, StringComparison.Ordinal);
        await _curator.Send("approve");
        Assert.Equal("/kantor/kurasi", _curator.Path);
    }

    [Fact]
    public async Task what_stands_under_a_photo_is_shown_to_the_curator_and_its_change_too()
    {
        using var workshop = await Workshop.Open(market);
        var product = (await workshop.OnSale(await workshop.Bag("Tas kurasi foto"))).GetProperty("id").GetGuid();
        var photo = await workshop.Photo();
        using var told =
            await workshop.Patch(product,
            new { photos = new[] { new { photoId = photo, description = "Tampak dari samping" } } });
        await Workshop.Read(told, 200);
        // The product learns by a message that its photo is ready.
        await Patience.Until(async () =>
        {
            await _curator.Open($"/kantor/kurasi/{product}");
            return _curator.Page.QuerySelector("[data-test=photo-told]") is not null;
        });
        Assert.Equal("Tampak dari samping", _curator.Find("photo-told").TextContent);
        Assert.Contains("Tampak dari samping", _curator.Find("change-photoDescription").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Tidak ada yang berubah", _curator.Find("difference").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task reasons_and_figures_are_the_offices_to_change()
    {
        await _curator.Open("/kantor/kurasi/alasan");
        await _curator.Send("save", ("code", "photo_crooked"), ("name", "Foto miring"), ("nameEn", "Crooked photo"),
            ("why", "Fotonya miring."), ("whyEn", "The photo is crooked."),
            ("advice", "Foto lagi dengan lurus."), ("adviceEn", "Take it straight."));
        Assert.NotNull(_curator.Page.QuerySelector("[data-code=photo_crooked]"));
        await _curator.Send("retire-photo_crooked");
        Assert.Contains("Tidak dipakai", _curator.Page.QuerySelector("[data-code=photo_crooked]")!.TextContent,
            StringComparison.Ordinal);
        using var office = new Reader(market, "staff");
        await office.Open("/kantor/kurasi/aturan");
        await office.Send("save", ("overdueDays", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        await office.Send("save", ("overdueDays", "3"));
        Assert.Equal("/kantor/kurasi/aturan", office.Path);
        await office.Open("/kantor/laporan/kurasi");
        Assert.Equal(HttpStatusCode.OK, office.Status);
    }

    private static async Task<Guid> Submitted(Workshop workshop, string name)
    {
        var id = (await workshop.Listed(await workshop.Bag(name))).GetProperty("id").GetGuid();
        await Workshop.Read(await workshop.Submit(id), 202);
        return id;
    }

    public void Dispose() => _curator.Dispose();
}
