using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using CraftMarket.Specs.House;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Outside;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace CraftMarket.Specs.Outside;

public sealed class OutsideSpecs
{
    [Fact]
    public void no_name_ends_the_script_that_it_stands_in()
    {
        const string name = "Tas </script><script>alert('1')</script> & <!-- \u2028";
        using var text = new StringWriter();
        LinkedData.Script(new { name }).WriteTo(text, HtmlEncoder.Default);
        var json = text.ToString()["<script type=\"application/ld+json\">".Length..^"</script>".Length];
        Assert.DoesNotContain('<', json);
        Assert.DoesNotContain('&', json);
        Assert.DoesNotContain('\u2028', json);
        Assert.Equal(name, JsonDocument.Parse(json).RootElement.GetProperty("name").GetString());
    }

    [Fact]
    public void two_ways_to_ask_for_one_page_are_one_address()
    {
        Assert.Equal("/?q=tas%20hijau&kategori=tas",
            Found.Query("/", ("q", " tas hijau "), ("kategori", "tas"), ("desa", ""), ("hal", null)));
        Assert.Equal("/", Found.Query("/", ("q", null)));
        Assert.Equal("/?kategori=tas&bahasa=en", Found.In("/?kategori=tas", "en"));
        Assert.Equal("/?kategori=tas", Found.In("/?kategori=tas", "id"));
    }

    [Fact]
    public void a_summary_is_one_line_that_fits()
    {
        Assert.Equal("Satu dua tiga.", new Found("/", "x", " Satu\n dua\t tiga. ").Summary);
        var cut = new Found("/", "x", string.Join(' ', Enumerable.Repeat("daun", 100))).Summary;
        Assert.Equal(300, cut.Length);
        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        var leaves = new Found("/", "x", "x" + string.Concat(Enumerable.Repeat("🌿", 200))).Summary;
        Assert.Equal(string.Concat(leaves.EnumerateRunes().Where(x => x != System.Text.Rune.ReplacementChar)), leaves);
    }

    [Theory]
    [InlineData("https://pasar.example.org", null, "https://pasar.example.org")]
    [InlineData("https://pasar.example.org/", "lain.example.org", "https://pasar.example.org")]
    [InlineData("http://localhost:5080", null, "http://localhost:5080")]
    [InlineData(null, "pasar.example.org", "https://pasar.example.org")]
    [InlineData(null, "*", "http://asked.test:81")]
    [InlineData(null, "a.example.org;b.example.org", "http://asked.test:81")]
    [InlineData(null, null, "http://asked.test:81")]
    public void links_begin_with_the_stated_address_and_only_without_one_with_what_the_visitor_asked_for(string? site,
        string? hosts, string address)
    {
        var request = new DefaultHttpContext { Request = { Scheme = "http", Host = new("asked.test", 81) } }.Request;
        Assert.Equal(address, Address(site, hosts).Of(request));
        Assert.Equal($"{address}/produk/x", Address(site, hosts).Of(request, "/produk/x"));
        Assert.Equal("https://photos.example.org/a.webp", Address(site, hosts).Of(request, "https://photos.example.org/a.webp"));
    }

    [Theory]
    [InlineData("pasar.example.org")]
    [InlineData("https://pasar.example.org/toko")]
    [InlineData("ftp://pasar.example.org")]
    [InlineData("https://user@pasar.example.org")]
    public void an_address_that_is_none_is_refused_at_the_start(string site) =>
        Assert.Contains("Site__Address", Assert.Throws<InvalidOperationException>(() => Address(site, null)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("/produk/x?bahasa=en", "/produk/x")]
    [InlineData("/?q=tas&bahasa=en&hal=2", "/?q=tas&hal=2")]
    [InlineData("/?q=tas", "/?q=tas")]
    [InlineData("/", "/")]
    public void the_switch_of_languages_leaves_the_rest_of_an_address(string address, string rest) =>
        Assert.Equal(rest, Language.Without(address));

    [Theory]
    [InlineData("Tas, besar", "\"Tas, besar\"")]
    [InlineData("Tas \"Rinjani\"", "\"Tas \"\"Rinjani\"\"\"")]
    [InlineData("Dua\nbaris", "\"Dua\nbaris\"")]
    [InlineData("Polos", "Polos")]
    [InlineData("=2+5", "\"'=2+5\"")]
    [InlineData("+62 811", "\"'+62 811\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("Tas = 1", "Tas = 1")]
    public async Task a_cell_of_a_table_is_written_so_that_it_reads_back_and_no_spreadsheet_runs_it(string text, string cell)
    {
        using var stream = new MemoryStream();
        await using (var table = Csv.Writer(stream)) await table.RowAsync(["a", text], TestContext.Current.CancellationToken);
        Assert.Equal($"a,{cell}\r\n", System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public async Task an_amount_below_zero_stays_a_number()
    {
        using var stream = new MemoryStream();
        await using (var table = Csv.Writer(stream))
        {
            table.WriteField(-5_000L);
            await table.EndRecordAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal("-5000\r\n", System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void tables_are_written_in_one_way() => Assert.Equal(["src/CraftMarket.Web/Outside/Csv.cs"],
        Repository.Files("src").Where(x => x.Text.Contains("CsvWriter.Create", StringComparison.Ordinal)
            || x.Text.Contains("\"text/csv;", StringComparison.Ordinal)).Select(x => x.Path));

    [Fact]
    public void what_xml_cannot_hold_is_left_out_and_nothing_else_is()
    {
        Assert.Equal("Tas hijau 🌿\n", Markup.Clean("Tas\u0000 hi\u0008jau 🌿\n\uFFFF\uD83C"));
        Assert.True(Markup.Clean("Tas & <b>").All(XmlConvert.IsXmlChar));
        Assert.Equal("ab", Markup.Within("ab🌿", 3));
        Assert.Equal("ab🌿", Markup.Within("ab🌿", 4));
    }

    [Fact]
    public void search_engines_are_told_where_the_sitemap_is_and_kept_out_of_carts()
    {
        var lines = Robots.Of("https://pasar.example.org", [new("/gudang/")]).Split('\n');
        Assert.Contains("Sitemap: https://pasar.example.org/sitemap.xml", lines);
        Assert.Contains("Disallow: /keranjang", lines);
        Assert.Contains("Disallow: /gudang/", lines);
        // A maker's shop lies beside the makers' workroom.
        Assert.DoesNotContain("Disallow: /perajin", lines);
        Assert.DoesNotContain("Disallow: /perajin/", lines);
    }

    private static PublicAddress Address(string? site, string? hosts) => new(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Site:Address"] = site, ["AllowedHosts"] = hosts }).Build());
}
