using System.Net;

namespace CraftMarket.Tests;

/// <summary>A companion meets the people of their own area, and nobody else.</summary>
public sealed class CompanionPageTests(RunningMarket market)
{
    [Fact]
    public async Task a_companion_of_another_village_finds_neither_the_person_nor_the_visit()
    {
        using var desk = new OfficePages(market);
        var person = await desk.Register("Inaq Semoyang");
        using var elsewhere = new Reader(market, "companion", ("area", "52.02.06.2004"));
        foreach (var page in new[] { "", "/kunjungan", "/penghasilan-awal", "/penjualan", "/persetujuan" })
        {
            await elsewhere.Open($"/pendamping/peserta/{person}{page}");
            Assert.Equal(HttpStatusCode.NotFound, elsewhere.Status);
        }

        await elsewhere.Open("/pendamping/peserta");
        Assert.Equal(HttpStatusCode.OK, elsewhere.Status);
        Assert.Null(elsewhere.Page.QuerySelector($"[data-person='{person}']"));
        await elsewhere.Open("/pendamping");
        Assert.Null(elsewhere.Page.QuerySelector($"[data-person='{person}']"));
    }

    [Fact]
    public async Task whoever_was_never_visited_stands_on_the_worklist_until_the_visit_is_recorded()
    {
        using var desk = new OfficePages(market, "52.02.06.2003");
        var person = await desk.Register("Inaq Tunggu");
        await desk.Companion.Open("/pendamping");
        var row = desk.Companion.Page.QuerySelector($"[data-person='{person}']");
        Assert.Contains("belum pernah dikunjungi", row!.TextContent, StringComparison.Ordinal);
        await desk.Visit(person);
        await desk.Companion.Open("/pendamping");
        Assert.Null(desk.Companion.Page.QuerySelector($"[data-person='{person}']"));
    }

    [Fact]
    public async Task a_visit_without_an_outcome_or_in_the_future_is_refused_at_its_field()
    {
        using var desk = new OfficePages(market);
        var person = await desk.Register("Inaq Nanti");
        await desk.Companion.Open($"/pendamping/peserta/{person}/kunjungan");
        await desk.Companion.Send("submit", ("visitedOn", "2026-01-02"));
        Assert.NotNull(desk.Companion.Page.GetElementById("outcome-wrong"));
        Assert.DoesNotContain("notFound", desk.Companion.Text, StringComparison.Ordinal);
        await desk.Companion.Send("submit", ("outcome", "valid"), ("visitedOn", "2199-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Companion.Status);
        Assert.NotNull(desk.Companion.Page.GetElementById("visitedOn-wrong"));
    }

    [Fact]
    public async Task an_amount_that_cannot_be_read_is_refused_and_nothing_typed_is_lost()
    {
        using var desk = new OfficePages(market);
        var person = await desk.Register("Inaq Angka");
        await desk.Companion.Open($"/pendamping/peserta/{person}/penghasilan-awal");
        await desk.Companion.Send("submit", ("month", "2026-02"), ("netIncome", "1.000.000"), ("kind", "dagang"),
            ("amount", "banyak"), ("birthYear", "1990"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Companion.Status);
        Assert.NotNull(desk.Companion.Page.GetElementById("sources-wrong"));
        Assert.Equal("banyak", desk.Companion.Page.GetElementById("amount-0")!.GetAttribute("value"));
    }

    [Fact]
    public async Task where_income_comes_from_is_chosen_and_not_typed()
    {
        using var desk = new OfficePages(market);
        var person = await desk.Register("Inaq Pilih");
        await desk.Companion.Open($"/pendamping/peserta/{person}/penghasilan-awal");
        Assert.Equal(10, desk.Companion.Page.QuerySelectorAll("#kind-0 option").Length);
        await desk.Companion.Send("submit", ("month", "2026-02"), ("netIncome", "900.000"),
            ("kind", "dari Amaq Rudi"), ("amount", "900.000"), ("birthYear", "1990"));
        Assert.Contains("dari daftar", desk.Companion.Page.GetElementById("sources-wrong")!.TextContent,
            StringComparison.Ordinal);
        await desk.Companion.Send("submit", ("month", "2026-02"), ("netIncome", "900.000"),
            ("kind", "farm"), ("amount", "banyak"), ("birthYear", "1990"));
        Assert.NotNull(desk.Companion.Page.QuerySelector("#kind-0 option[value=farm][selected]"));
    }

    [Fact]
    public async Task a_companion_reads_the_consents_out_and_writes_the_answers_down()
    {
        using var desk = new OfficePages(market);
        var person = await desk.Register("Inaq Setuju Sebagian");
        await desk.Companion.Open($"/pendamping/peserta/{person}/persetujuan");
        Assert.Contains("Belum dijawab", desk.Companion.Find("answer-income").TextContent, StringComparison.Ordinal);
        await desk.Companion.Send("agree-income", ("purpose", "income"), ("given", "true"));
        Assert.Equal("Setuju", desk.Companion.Find("answer-income").TextContent);
        await desk.Companion.Send("refuse-income", ("purpose", "income"), ("given", "false"));
        Assert.Equal("Tidak setuju", desk.Companion.Find("answer-income").TextContent);
        await desk.Office.Open($"/pendamping/peserta/{person}/persetujuan");
        Assert.Equal("Tidak setuju", desk.Office.Find("answer-income").TextContent);
    }
}
