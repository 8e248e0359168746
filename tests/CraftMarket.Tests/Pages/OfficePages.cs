using CraftMarket.Tests.People;
using CraftMarket.Tests.Training;

namespace CraftMarket.Tests;

/// <summary>The office and a companion at work on their pages, without JavaScript.</summary>
internal sealed class OfficePages(RunningMarket market, string area = "52") : IDisposable
{
    public Reader Office { get; } = new(market, "staff");
    public Reader Companion { get; } = new(market, "companion", ("area", area));

    /// <returns>The programme's id.</returns>
    public async Task<string> StartProgramme(string name)
    {
        await Office.Open("/kantor/program/baru");
        await Office.Send("submit", ("name", name), ("organiser", "Disperin NTB"), ("target", "30"));
        Assert.Equal("/kantor/program", Office.Path);
        var card = Office.Page.QuerySelectorAll("[data-test=programme]")
            .Single(x => x.TextContent.Contains(name, StringComparison.Ordinal));
        return card.QuerySelector("[data-test=new-batch]")!.GetAttribute("href")!.Split('=')[1];
    }

    /// <returns>The batch's id.</returns>
    public async Task<string> PlanBatch(string programme, string name = "Angkatan 3")
    {
        await Office.Open($"/kantor/angkatan/baru?program={programme}");
        await Office.Send("submit", ("name", name), ("skill", "kerajinan"), ("mode", "inClass"), ("venue", "UPTD Balatkop"),
            ("startsOn", "2026-03-02"), ("endsOn", "2026-03-06"), ("capacity", "20"));
        Assert.StartsWith("/kantor/angkatan/", Office.Path, StringComparison.Ordinal);
        return Office.Path.Split('/')[^1];
    }

    /// <returns>The person's id.</returns>
    public async Task<string> Register(string name, string? nik = null)
    {
        await TryRegister(name, nik ?? Villagers.Inaq(name).Nik);
        Assert.StartsWith("/kantor/peserta/", Office.Path, StringComparison.Ordinal);
        return Office.Path.Split('/')[^1];
    }

    public async Task TryRegister(string name, string nik)
    {
        await Office.Open("/kantor/peserta/baru");
        await Office.Send("submit", ("name", name), ("nik", nik), ("birthDate", "1990-08-17"), ("sex", "f"),
            ("villageCode", "52.02.06.2003"),
            ("phone", "0899 0001 2345"), ("register", "DTSEN"), ("source", "Bappeda NTB"), ("asOf", "2026-01-15"),
            ("decile", "2"));
    }

    public async Task Visit(string person, string outcome = "valid")
    {
        await Companion.Open($"/pendamping/peserta/{person}/kunjungan");
        await Companion.Send("submit", ("outcome", outcome), ("visitedOn", Field.Day(Field.VisitedOn)),
            ("note", "Ada di rumah."));
        Assert.Equal($"/pendamping/peserta/{person}", Companion.Path);
    }

    public async Task RecordBaseline(string person)
    {
        await Companion.Open($"/pendamping/peserta/{person}/penghasilan-awal");
        await Companion.Send("submit", ("month", "2026-02"), ("netIncome", "Rp 1.150.000"), ("kind", "buruh tani"),
            ("amount", "1.000.000"),
            ("kind", "dagang"), ("amount", "150000"), ("kind", ""), ("amount", ""), ("birthYear", "1990"), ("birthYear", "1988"),
            ("birthYear", ""), ("birthYear", "2015"), ("earns", "0"));
        Assert.Equal($"/pendamping/peserta/{person}", Companion.Path);
    }

    public async Task Enrol(string batch, string person)
    {
        await Office.Open($"/kantor/angkatan/{batch}/pendaftaran");
        await Office.Send("submit", ("people", person));
    }

    public async Task Complete(string batch, string person)
    {
        await Office.Open($"/kantor/angkatan/{batch}/kelulusan");
        await Office.Send("submit", ("people", person));
    }

    public void Dispose()
    {
        Office.Dispose();
        Companion.Dispose();
    }
}
