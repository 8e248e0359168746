using System.Net;

namespace CraftMarket.Tests;

/// <summary>What every page of office, companion, curator and operator owes its reader.</summary>
public sealed class OfficeShapeTests(RunningMarket market)
{
    [Theory]
    [InlineData("staff", "/kantor", "/kantor/program", "/kantor/program/baru", "/kantor/angkatan", "/kantor/peserta",
        "/kantor/peserta/baru", "/kantor/peserta/impor", "/kantor/pembayaran", "/kantor/laporan")]
    [InlineData("companion", "/pendamping", "/pendamping/peserta")]
    [InlineData("curator", "/kantor/kurasi")]
    [InlineData("operator", "/operator", "/operator/pesan-macet")]
    public async Task a_page_has_a_title_one_heading_a_label_for_every_field_and_nothing_inline(string role,
        params string[] paths)
    {
        using var reader = new Reader(market, role, ("area", "52"));
        foreach (var path in paths) await Check(reader, path);
    }

    [Fact]
    public async Task the_pages_about_one_person_or_batch_do_too()
    {
        using var desk = new OfficePages(market);
        var batch = await desk.PlanBatch(await desk.StartProgramme("Program bentuk"));
        var person = await desk.Register("Inaq Bentuk");
        foreach (var path in new[] { $"angkatan/{batch}", $"angkatan/{batch}/pendaftaran", $"angkatan/{batch}/kelulusan",
            "angkatan/baru", $"peserta/{person}", $"peserta/{person}/undangan" }) await Check(desk.Office, $"/kantor/{path}");
        foreach (var path in new[] { "", "/kunjungan", "/penghasilan-awal", "/persetujuan" })
            await Check(desk.Companion, $"/pendamping/peserta/{person}{path}");
    }

    [Fact]
    public async Task the_office_reads_english_by_the_switch()
    {
        using var reader = new Reader(market, "staff");
        await reader.Open("/kantor/laporan");
        await reader.Send("language");
        Assert.Equal("/kantor/laporan", reader.Path);
        Assert.Contains("Income report", reader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("penghasilan", reader.Text, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task Check(Reader reader, string path)
    {
        var page = await reader.Open(path);
        Assert.True(reader.Status == HttpStatusCode.OK, $"{path}: {reader.Status}");
        Assert.NotEmpty(page.Title!);
        Assert.Single(page.QuerySelectorAll("h1"));
        foreach (var field in page.QuerySelectorAll("main input:not([type=hidden]), main select, main textarea"))
            Assert.True(field.Closest("label") is not null || page.QuerySelector($"label[for='{field.Id}']") is not null,
                $"{field.OuterHtml} on {path} has no label.");
        var ids = page.QuerySelectorAll("[id]").Select(x => x.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Empty(page.QuerySelectorAll("main script, style, [style], [onclick], [onsubmit]"));
    }
}
