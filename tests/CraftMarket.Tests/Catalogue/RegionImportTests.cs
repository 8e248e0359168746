using System.Text.Json;
using CraftMarket.Kernel;

namespace CraftMarket.Tests.Catalogue;

/// <summary>An official list of regions, imported once, twice, and with mistakes.</summary>
public sealed class RegionImportTests(RunningMarket market) : IDisposable
{
    private const string Head = "kemendagri_code,level,name\n";
    private readonly HttpClient _office = market.As("staff");
    private readonly HttpClient _visitor = market.Visitor();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_same_list_again_changes_nothing_and_forms_offer_its_villages()
    {
        const string list = Head
            + "52.08.91,district,Uji Satu\n52.08.91.2001,village,Teluk Uji\n52.08.91.2002,village,Bukit Uji\n";
        Assert.Equal((3, 0, 0), Figures(await Import(list)));
        Assert.Equal((0, 0, 3), Figures(await Import(list)));
        using var office = new Reader(market, "staff");
        await office.Open("/kantor/desa");
        var offered = office.Page.QuerySelector("option[value='52.08.91.2001']")!;
        Assert.Equal("Teluk Uji", offered.TextContent);
        Assert.Equal("Uji Satu, Kabupaten Lombok Utara", offered.ParentElement!.GetAttribute("label"));

        Assert.Equal((0, 1, 1),
            Figures(await Import(Head + "52.08.91,district,Uji Satu\n52.08.91.2002,village,Bukit Uji Jaya\n")));
        var gone = await Workshop.Read(await _visitor.GetAsync("/api/v1/regions/52.08.91.2001", Cancellation), 200);
        Assert.Equal(("Teluk Uji", true), (gone.GetProperty("name").GetString(), gone.GetProperty("gone").GetBoolean()));
        await office.Open("/kantor/desa");
        Assert.Null(office.Page.QuerySelector("option[value='52.08.91.2001']"));
        Assert.NotNull(office.Page.QuerySelector("option[value='52.08.91.2002']"));
    }

    [Fact]
    public async Task rows_with_mistakes_are_named_by_row_and_code()
    {
        var result = await Import(Head
            + "52.08.92,district,Uji Dua\n5208922001,village,Tanpa Titik\n52.08.92.2002,desa,Salah "
            + "Tingkat\n52.08.92.2003,village,Benar\n");
        Assert.Equal(2, result.GetProperty("imported").GetInt32());
        Assert.Equal([(3, "code_unreadable"), (4, "unknown_level")],
            result.GetProperty("rejected").EnumerateArray()
                .Select(x => (x.GetProperty("row").GetInt32(), x.GetProperty("code").GetString()!)));
    }

    [Fact]
    public async Task a_file_that_is_no_list_is_refused_whole_and_only_the_office_imports()
    {
        using var wrong = await Send(_office, "kode;nama\n52;NTB\n");
        Assert.Equal(422, (int)wrong.StatusCode);
        using var curator = market.As("curator");
        using var reply = await Send(curator, Head);
        Assert.Equal(403, (int)reply.StatusCode);
    }

    [Fact]
    public async Task the_office_imports_on_its_page_too()
    {
        using var office = new Reader(market, "staff");
        await office.Open("/kantor/wilayah");
        await office.Upload("submit", "file", Head
            + "52.08.93,district,Uji Tiga\n52.08.93.2001,village,Desa Halaman\n52.08.93.1,village,Rusak\n");
        Assert.Equal(("2", "1"), (office.Find("imported").TextContent, office.Find("rejected").TextContent));
        Assert.Contains("4", office.Find("rejected-row").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_damaged_file_marks_nothing_as_gone_and_says_so()
    {
        const string list = Head
            + "52.08.98,district,Uji Delapan\n52.08.98.2001,village,Pantai Uji\n52.08.98.2002,village,Hutan Uji\n";
        await Import(list);
        var result = await Import(list.Replace("village,Pantai Uji", "village,\"Pantai Uji", StringComparison.Ordinal));
        Assert.Equal((0, true), (result.GetProperty("gone").GetInt32(), result.GetProperty("goneWithheld").GetBoolean()));
        var rejected = Assert.Single(result.GetProperty("rejected").EnumerateArray());
        Assert.Equal((3, "52.08.98.2001"), (rejected.GetProperty("row").GetInt32(), rejected.GetProperty("region").GetString()));
        var region = await Workshop.Read(await _visitor.GetAsync("/api/v1/regions/52.08.98.2001", Cancellation), 200);
        Assert.False(region.GetProperty("gone").GetBoolean());
    }

    [Fact]
    public async Task the_page_says_how_many_mistakes_it_does_not_show()
    {
        using var office = new Reader(market, "staff");
        await office.Open("/kantor/wilayah");
        await office.Upload("submit", "file", Head
            + string.Concat(Enumerable.Range(0, 203).Select(x => $"52.08.95.{2001 + x},desa,Uji {x}\n")));
        Assert.Equal(200, office.Page.QuerySelectorAll("[data-test=rejected-row]").Length);
        Assert.Contains("52.08.95.2001", office.Find("rejected-row").TextContent, StringComparison.Ordinal);
        Assert.Contains("3 baris", office.Find("more-rejected").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_village_that_left_the_list_but_still_sells_keeps_its_page()
    {
        const string list = Head
            + "52.08.96,district,Uji Enam\n52.08.96.2001,village,Marong\n52.08.96.2002,village,Desa Tetangga\n";
        await Import(list);
        using var workshop = await Workshop.Open(market, RegionCode.Parse("52.08.96.2001"));
        await workshop.OnSale(await workshop.Bag("Tas dari desa yang digabung"));
        await Import(list.Replace("52.08.96.2001,village,Marong\n", "", StringComparison.Ordinal));
        var village = await Workshop.Read(await _visitor.GetAsync("/api/v1/villages/marong-uji-enam", Cancellation), 200);
        Assert.Equal("Marong", village.GetProperty("name").GetString());
        using var buyer = new Reader(market);
        await buyer.Open("/desa");
        await buyer.Open(buyer.Page.QuerySelector("[data-slug=marong-uji-enam] a")!.GetAttribute("href")!);
        Assert.Equal(System.Net.HttpStatusCode.OK, buyer.Status);
        Assert.Contains("Tas dari desa yang digabung", buyer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task villages_without_a_bps_code_are_listed_and_a_region_is_found_by_either_code()
    {
        await Import("kemendagri_code,level,name,bps_code\n52.08.97,district,Uji Tujuh,\n52.08.97.2001,village,Desa "
        + "Bernomor,5208977001\n52.08.97.2002,village,Desa Tanpa Nomor,\n");
        var found = await Workshop.Read(await _visitor.GetAsync("/api/v1/regions/5208977001", Cancellation), 200);
        Assert.Equal("52.08.97.2001", found.GetProperty("code").GetString());
        Assert.Equal(404, (int)(await _visitor.GetAsync("/api/v1/regions/5208977002", Cancellation)).StatusCode);
        var without = await Workshop.Read(await _office.GetAsync("/api/v1/regions/without-bps-code", Cancellation), 200);
        var codes = without.GetProperty("items").EnumerateArray().Select(x => x.GetProperty("code").GetString()).ToList();
        Assert.Contains("52.08.97.2002", codes);
        Assert.DoesNotContain("52.08.97.2001", codes);
        using var office = new Reader(market, "staff");
        await office.Open("/kantor/wilayah");
        Assert.Contains("Desa Tanpa Nomor (52.08.97.2002)", office.Find("without-bps").TextContent, StringComparison.Ordinal);
    }

    internal static async Task<JsonElement> Import(HttpClient office, string list) =>
        await Workshop.Read(await Send(office, list), 200);

    private Task<JsonElement> Import(string list) => Import(_office, list);

    private static async Task<HttpResponseMessage> Send(HttpClient client, string list)
    {
        using var form = new MultipartFormDataContent { { new StringContent(list), "file", "wilayah.csv" } };
        return await client.PostAsync("/api/v1/regions/import", form, Cancellation);
    }

    private static (int, int, int) Figures(JsonElement result) =>
        (result.GetProperty("imported").GetInt32(), result.GetProperty("changed").GetInt32(), result.GetProperty("unchanged")
            .GetInt32());

    public void Dispose()
    {
        _office.Dispose();
        _visitor.Dispose();
    }
}
