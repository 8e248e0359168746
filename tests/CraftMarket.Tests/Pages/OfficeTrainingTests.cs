using System.Net;
using CraftMarket.Tests.People;
using CraftMarket.Training;

namespace CraftMarket.Tests;

/// <summary>The office's part of the main job, page by page.</summary>
public sealed class OfficeTrainingTests(RunningMarket market) : IDisposable
{
    private readonly OfficePages _desk = new(market);

    private Reader Office => _desk.Office;

    [Fact]
    public async Task a_person_comes_from_registration_to_an_invitation_by_pages_alone()
    {
        var batch = await _desk.PlanBatch(await _desk.StartProgramme("Kriya Semoyang"));
        var person = await _desk.Register("Inaq Halaman");
        Assert.Contains("DTSEN", Office.Text, StringComparison.Ordinal);
        await _desk.Visit(person);
        Assert.Equal("Terverifikasi", _desk.Companion.Find("standing").TextContent);
        await _desk.RecordBaseline(person);
        Assert.Contains("Rp1.150.000", _desk.Companion.Find("baseline").TextContent, StringComparison.Ordinal);
        await _desk.Enrol(batch, person);
        Assert.Equal("1 / 20", Office.Find("taken").TextContent);
        Assert.Contains("Inaq Halaman", Office.Find("trainee").TextContent, StringComparison.Ordinal);
        await _desk.Complete(batch, person);
        Assert.True(CertificateNumber.IsWellFormed(Office.Find("certificate").TextContent));
        await Office.Open(Office.Find("invite").GetAttribute("href")!);
        Assert.Equal("+6289900012345", Office.Find("invitation-form").QuerySelector("[name=login]")!.GetAttribute("value"));
        await Office.Send("submit", ("login", $"inaq-{person[^6..]}@example.org"));
        var link = new Uri(Office.Find("invitation").TextContent);
        Assert.StartsWith("/undangan/", link.AbsolutePath, StringComparison.Ordinal);
        Assert.DoesNotContain(Office.Page.QuerySelectorAll("a"),
            x => Uri.UnescapeDataString(x.GetAttribute("href") ?? "").Contains(link.Segments[^1], StringComparison.Ordinal));
        var copied = Office.Page.GetElementById(Office.Find("copy").GetAttribute("data-copy")!)!.TextContent;
        Assert.Contains(link.ToString(), copied, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Segments[^1], Office.Path, StringComparison.Ordinal);
        await Office.Open(Office.Path);
        Assert.Null(Office.Page.QuerySelector("[data-test=invitation]"));
    }

    [Fact]
    public async Task what_is_too_long_for_a_programme_is_wrong_at_its_field()
    {
        await Office.Open("/kantor/program/baru");
        await Office.Send("submit", ("name", new string('a', 201)), ("organiser", "Disperin NTB"), ("target", "30"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, Office.Status);
        Assert.Contains("200 huruf", Office.Page.GetElementById("name-wrong")!.TextContent, StringComparison.Ordinal);
        await Office.Send("submit", ("name", "Program banyak"), ("target", "1000001"));
        Assert.Contains("1.000.000", Office.Page.GetElementById("target-wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task somebody_known_already_is_shown_instead_of_registered_twice()
    {
        var nik = Villagers.Inaq("Inaq Kembar").Nik;
        var first = await _desk.Register("Inaq Kembar", nik);
        await _desk.TryRegister("Inaq Kembar Lain", nik);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, Office.Status);
        Assert.Equal($"/kantor/peserta/{first}", Office.Find("other").GetAttribute("href"));
        Assert.Equal("Inaq Kembar Lain", Office.Page.QuerySelector("[name=name]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task a_form_sent_twice_makes_one_programme()
    {
        await Office.Open("/kantor/program/baru");
        var id = Office.Page.QuerySelector("[name=id]")!.GetAttribute("value")!;
        for (var i = 0; i < 2; i++)
        {
            await Office.Open("/kantor/program/baru");
            await Office.Send("submit", ("id", id), ("name", "Program sekali"), ("organiser", "Disperin NTB"), ("target", "10"));
        }

        Assert.Single(Office.Page.QuerySelectorAll("[data-test=programme]"), x =>
            x.InnerHtml.Contains(id[..36], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("onTheSpot", "UPTD Balatkop", "", "villageCode-wrong")]
    [InlineData("inClass", "", "52.02.06.2003", "venue-wrong")]
    public async Task a_batch_needs_the_place_of_its_mode(string mode, string venue, string village, string wrong)
    {
        var programme = await _desk.StartProgramme($"Program {Guid.NewGuid():N}");
        await Office.Open($"/kantor/angkatan/baru?program={programme}");
        await Office.Send("submit", ("name", "Angkatan 9"), ("skill", "pijat"), ("mode", mode), ("venue", venue),
            ("villageCode", village), ("startsOn", "2026-03-02"), ("endsOn", "2026-03-06"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, Office.Status);
        Assert.NotNull(Office.Page.GetElementById(wrong));
    }

    [Fact]
    public async Task whom_nobody_visited_is_not_offered_and_gets_no_seat()
    {
        var batch = await _desk.PlanBatch(await _desk.StartProgramme("Program kursi"));
        var person = await _desk.Register("Inaq Belum");
        var waiting = await _desk.Register("Inaq Siap");
        await _desk.Visit(waiting);
        await Office.Open($"/kantor/angkatan/{batch}/pendaftaran");
        Assert.Null(Office.Page.QuerySelector($"[value='{person}']"));
        Assert.NotNull(Office.Page.QuerySelector($"[value='{waiting}']"));
        await Office.Send("submit", ("people", person));
        Assert.Contains("Inaq Belum", Office.Find("problem").TextContent, StringComparison.Ordinal);
        await _desk.Enrol(batch, waiting);
        await Office.Open($"/kantor/angkatan/{batch}/pendaftaran");
        Assert.Null(Office.Page.QuerySelector($"[value='{waiting}']"));
    }

    [Fact]
    public async Task a_list_is_taken_in_once_and_says_which_rows_it_refused()
    {
        var good = Villagers.Inaq("Inaq Daftar");
        var csv = $"name,nik,birthDate,sex,villageCode,register,decile\nInaq "
            + $"Daftar,{good.Nik},1990-08-17,f,52.02.06.2003,DTSEN,1\nInaq Salah,123,1990-08-17,f,52.02.06.2003,,\n";
        foreach (var (imported, unchanged) in new[] { ("1", "0"), ("0", "1") })
        {
            await Office.Open("/kantor/peserta/impor");
            await Office.Upload("submit", "file", csv, ("source", "Bappeda NTB"), ("asOf", "2026-01-15"));
            Assert.Equal((imported, unchanged), (Office.Find("imported").TextContent, Office.Find("unchanged").TextContent));
            Assert.Contains("3", Assert.Single(Office.Page.QuerySelectorAll("[data-test=rejected-row]")).TextContent,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task the_page_counts_every_row_and_shows_the_first_refused_ones()
    {
        var csv = "name,nik,birthDate,sex,villageCode\n"
            + string.Concat(Enumerable.Range(0, 203).Select(x => $"\"Inaq {x},123,1990-08-17,f,52.02.06.2003\n"));
        await Office.Open("/kantor/peserta/impor");
        await Office.Upload("submit", "file", csv, ("source", "Bappeda NTB"), ("asOf", "2026-01-15"));
        Assert.Equal(("203", "203", "0"),
            (Office.Find("rows").TextContent, Office.Find("rejected").TextContent, Office.Find("imported").TextContent));
        Assert.Equal(200, Office.Page.QuerySelectorAll("[data-test=rejected-row]").Length);
        Assert.Contains("3 baris", Office.Find("more-rejected").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_page_names_who_cannot_be_given_a_certificate_and_what_buyers_will_read()
    {
        var batch = await _desk.PlanBatch(await _desk.StartProgramme("Program Sertifikat P3KE"), "Angkatan desil 1");
        var person = await _desk.Register("Inaq Tiada");
        await _desk.Visit(person);
        await _desk.Enrol(batch, person);
        Assert.Equal("Kerajinan, Disperin NTB", Office.Find("public-title").TextContent);
        await _desk.Visit(person, "deceased");
        await _desk.Complete(batch, person);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, Office.Status);
        Assert.Contains("Inaq Tiada", Office.Find("problem").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_title_for_buyers_that_tells_of_welfare_is_wrong_at_its_field()
    {
        await Office.Open("/kantor/program/baru");
        await Office.Send("submit", ("name", "P3KE 2026"), ("organiser", "Disperin NTB"), ("target", "30"),
            ("publicTitle", "Kelas desil 1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, Office.Status);
        Assert.NotNull(Office.Page.GetElementById("publicTitle-wrong"));
        await Office.Send("submit", ("publicTitle", "Kelas anyam"));
        Assert.Equal("/kantor/program", Office.Path);
    }

    [Fact]
    public async Task a_list_headed_in_indonesian_with_P_and_L_is_taken_in_as_it_comes_from_the_agency()
    {
        var (her, him) = (Villagers.Inaq("Inaq Kolom"), Villagers.Inaq("Inaq Baris"));
        var csv = $"Nama;NIK;Tanggal lahir;Jenis kelamin;Kode desa;Daftar;Desil\nInaq "
            + $"Kolom;{her.Nik};17/08/1990;P;52.02.06.2003;DTSEN;1\nInaq Baris;{him.Nik};17/08/1990;perempuan;52.02.06.2003;;\n";
        await Office.Open("/kantor/peserta/impor");
        await Office.Upload("submit", "file", csv, ("source", "Bappeda NTB"), ("asOf", "2026-01-15"));
        Assert.Equal(("2", "0"), (Office.Find("imported").TextContent, Office.Find("rejected").TextContent));
    }

    public void Dispose() => _desk.Dispose();
}
