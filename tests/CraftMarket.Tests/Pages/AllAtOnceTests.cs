using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;

namespace CraftMarket.Tests;

/// <summary>Who fills in a form is told of everything at once, each at its field and in a list above, without script
/// too.</summary>
public sealed class AllAtOnceTests(RunningMarket market)
{
    private readonly string _artisan = NewId.At<ArtisanId>(DateTimeOffset.UtcNow).Value.ToString();

    [Fact]
    public async Task a_program_is_told_all_fields_and_the_code_is_the_firsts()
    {
        using var maker = market.As("artisan", ("artisan", _artisan));
        var wrong = new { name = "T", price = 0, stock = -1, weightGrams = 60_000 };
        using var reply = await maker.PostAsJsonAsync("/api/v1/products", wrong, Shop.Token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        var problem = await reply.Content.ReadFromJsonAsync<JsonElement>(Shop.Token);
        Assert.Equal("name_length", problem.GetProperty("code").GetString());
        Assert.Equal(problem.GetProperty("detail").GetString(), problem.GetProperty("errors").GetProperty("name")[0].GetString());
        Assert.Equal(["name", "price", "stock", "weightGrams"], problem.GetProperty("errors").EnumerateObject().Select(x =>
            x.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task a_product_form_tells_what_it_cannot_read_and_what_is_refused_together()
    {
        using var artisan = new Reader(market, "artisan", ("artisan", _artisan));
        await artisan.Open("/perajin/produk/baru");
        Assert.Equal("500", artisan.Page.GetElementById("weightGrams")!.GetAttribute("value"));
        await artisan.Send("save", ("name", "T"), ("price", "mahal"), ("stock", "2"), ("materials", "daun"), ("weightGrams",
            "60000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, artisan.Status);
        Assert.Equal(["name", "price", "weightGrams"], Wrong(artisan));
        Assert.Contains("dengan angka", artisan.Page.GetElementById("price-wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["#name", "#price", "#weightGrams"], artisan.Page.QuerySelectorAll("[data-test=problem] a").Select(x =>
            x.GetAttribute("href")));
        Assert.Contains("Harga", artisan.Find("problem").TextContent, StringComparison.Ordinal);
        var name = artisan.Page.GetElementById("name")!;
        Assert.Equal(("true", "name-hint name-wrong"), (name.GetAttribute("aria-invalid"),
            name.GetAttribute("aria-describedby")));
        await artisan.Open("/perajin/produk");
        Assert.Empty(artisan.Page.QuerySelectorAll("[data-test=product]"));
    }

    [Fact]
    public async Task a_product_that_is_changed_is_told_all_at_once_too()
    {
        using var artisan = new Reader(market, "artisan", ("artisan", _artisan));
        await artisan.Open("/perajin/produk/baru");
        await artisan.Send("save", ("name", "Tas ubah"), ("price", "150000"), ("stock", "1"), ("materials", "daun"));
        await artisan.Open(artisan.Find("edit").GetAttribute("href")!);
        await artisan.Send("save", ("name", "T"), ("price", "0"), ("weightGrams", "berat"));
        Assert.Equal(["name", "price", "weightGrams"], Wrong(artisan));
        // Left empty it is the usual weight, as for programs.
        await artisan.Send("save", ("name", "Tas ubah"), ("price", "150000"), ("weightGrams", ""));
        Assert.Equal("/perajin/produk", artisan.Path.Split('?')[0]);
    }

    [Fact]
    public async Task a_checkout_tells_all_at_once()
    {
        using var buyer = new Reader(market);
        await buyer.Open("/masuk");
        await buyer.PutInCart(await market.Sell(NewId.At<ArtisanId>(DateTimeOffset.UtcNow)), 1);
        await buyer.Open("/checkout");
        await buyer.Send("show-total", ("buyer.phone", "12"), ("buyer.email", "bukan alamat"), ("payment", "sapi"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, buyer.Status);
        Assert.Equal(["buyer.email", "buyer.name", "buyer.phone", "payment", "shipTo.address", "shipTo.regionCode"],
            Wrong(buyer));
        Assert.Equal(["#buyer.name", "#buyer.phone", "#buyer.email", "#shipTo.address", "#shipTo.regionCode", "#payment-wrong"],
            buyer.Page.QuerySelectorAll("[data-test=problem] a").Select(x => x.GetAttribute("href")));
    }

    [Fact]
    public async Task the_office_is_told_all_at_once_of_a_person_and_of_a_batch()
    {
        using var desk = new OfficePages(market);
        await desk.Office.Open("/kantor/peserta/baru");
        await desk.Office.Send("submit", ("name", "I"), ("nik", "12"), ("birthDate", "kemarin"), ("sex", ""), ("villageCode",
            ""), ("phone", "1"), ("register", "DTSEN"));
        Assert.Equal(["birthDate", "name", "nik", "phone", "registers", "sex", "villageCode"], Wrong(desk.Office));
        Assert.DoesNotContain("Kemendagri", desk.Office.Page.GetElementById("villageCode-wrong")!.TextContent,
            StringComparison.Ordinal);
        var programme = await desk.StartProgramme("Program sekaligus");
        await desk.Office.Open($"/kantor/angkatan/baru?program={programme}");
        await desk.Office.Send("submit", ("programmeId", ""), ("name", ""), ("skill", ""), ("mode", "inClass"),
            ("venue", ""), ("startsOn", ""), ("endsOn", ""), ("capacity", "0"));
        Assert.Equal(["capacity", "endsOn", "name", "programmeId", "skill", "startsOn", "venue"], Wrong(desk.Office));
    }

    [Fact]
    public async Task a_sale_outside_is_told_all_at_once()
    {
        using var artisan = new Reader(market, "artisan", ("artisan", _artisan));
        await artisan.Open("/perajin/penjualan-luar/baru");
        await artisan.Send("save", ("amount", "banyak"), ("soldOn", "kemarin"), ("materialCost", "sedikit"));
        Assert.Equal(["amount", "materialCost", "soldOn"], Wrong(artisan));
    }

    [Fact]
    public async Task a_brand_is_told_all_at_once()
    {
        using var artisan = new Reader(market, "artisan", ("artisan", _artisan));
        await artisan.Open("/perajin/merek");
        await artisan.Send("save", ("name", "A"), ("tagline", new('a', 81)), ("colour", "merah"), ("careNote", new('a', 161)));
        Assert.Equal(["careNote", "colour", "name", "tagline"], Wrong(artisan));
    }

    [Fact]
    public async Task a_baseline_that_does_not_add_up_is_asked_about_and_saved_when_it_is_meant()
    {
        using var desk = new OfficePages(market);
        var person = await desk.Register("Inaq Selisih");
        var address = $"/pendamping/peserta/{person}/penghasilan-awal";
        await desk.Companion.Open(address);
        await desk.Companion.Send("submit", ("month", "2026-02"), ("netIncome", "1.150.000"), ("kind", "farm"), ("amount",
            "1.000.000"), ("birthYear", "1990"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Companion.Status);
        Assert.Contains("Rp1.000.000", desk.Companion.Find("doubts").TextContent, StringComparison.Ordinal);
        await desk.Companion.Open($"/pendamping/peserta/{person}");
        Assert.Contains("belum ada", desk.Companion.Find("baseline").TextContent, StringComparison.Ordinal);

        await desk.Companion.Open(address);
        await desk.Companion.Send("submit", ("month", "2026-02"), ("netIncome", "1.150.000"), ("kind", "farm"), ("amount",
            "1.000.000"), ("birthYear", "1990"));
        await desk.Companion.Send("confirm");
        Assert.Equal($"/pendamping/peserta/{person}", desk.Companion.Path);
        Assert.Contains("Rp1.150.000", desk.Companion.Find("baseline").TextContent, StringComparison.Ordinal);
        Assert.Equal("Penghasilan awal tersimpan.", desk.Companion.Find("notice").TextContent);
    }

    [Fact]
    public async Task a_slip_made_while_another_doubt_is_confirmed_is_asked_about_too()
    {
        using var desk = new OfficePages(market);
        var person = await desk.Register("Inaq Nol");
        await desk.RecordBaseline(person);
        await desk.Companion.Open($"/pendamping/peserta/{person}/penghasilan-awal");
        await desk.Companion.Send("submit", ("month", "2026-01"), ("netIncome", "1.000.000"), ("kind", "farm"),
            ("amount", "1.000.000"), ("birthYear", "1990"));
        Assert.Contains("1 orang", desk.Companion.Find("doubts").TextContent, StringComparison.Ordinal);
        await desk.Companion.Send("confirm", ("netIncome", "10.000.000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Companion.Status);
        Assert.Contains("Rp10.000.000", desk.Companion.Find("doubts").TextContent, StringComparison.Ordinal);
        await desk.Companion.Send("confirm", ("netIncome", "1.000.000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Companion.Status);
        await desk.Companion.Send("confirm");
        Assert.Equal($"/pendamping/peserta/{person}", desk.Companion.Path);
    }

    private static IEnumerable<string> Wrong(Reader reader) => reader.Page.QuerySelectorAll(".wrong").Select(x =>
        x.Id!.Replace("-wrong", "", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
