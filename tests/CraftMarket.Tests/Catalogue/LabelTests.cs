using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;

namespace CraftMarket.Tests.Catalogue;

public sealed class LabelTests(RunningMarket market)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gantungan")]
    [InlineData("tempel")]
    public async Task the_code_on_a_printed_label_opens_the_products_page(string shape)
    {
        using var workshop = await Workshop.Open(market);
        await workshop.Brand($"Label {Guid.NewGuid():N}"[..20], "#e8c33a", new { careNote = "Lap dengan kain kering." });
        var product = await workshop.OnSale(await workshop.Bag("Tas berlabel"));
        var wanted = new Uri(market.Address, $"/produk/{product.GetProperty("slug").GetString()}").ToString();

        var png = await Sheet(workshop, "png", shape, product.GetProperty("id").GetGuid(), 3);
        using (var sheet = NetVips.Image.NewFromBuffer(png))
        {
            Assert.Equal((2480, 3508), (sheet.Width, sheet.Height));
            Assert.Equal(300, sheet.Xres * 25.4, 0.5);
        }

        var read = await Codes(png, "png");
        Assert.Equal([wanted, wanted, wanted], read);
        using var visitor = new Reader(market);
        await visitor.Open(new Uri(read[0]).PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("Tas berlabel", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_pdf_has_a_page_of_a4_for_each_sheet_and_its_codes_can_be_read()
    {
        using var workshop = await Workshop.Open(market);
        await workshop.Brand($"Cetak {Guid.NewGuid():N}"[..20], "#3d5a2a");
        var product = await workshop.OnSale(await workshop.Bag("Dompet bercetak"));
        using var pdf = PdfDocument.Open(await Sheet(workshop, "pdf", "gantungan", product.GetProperty("id").GetGuid(), 10));
        Assert.Equal(2, pdf.NumberOfPages);
        foreach (var page in pdf.GetPages())
        {
            // 210 × 297 mm in points.
            Assert.Equal((595, 842), ((int)Math.Round(page.Width), (int)Math.Round(page.Height)));
            var picture = Assert.Single(page.GetImages());
            Assert.Equal((2480, 3508), (picture.WidthInSamples, picture.HeightInSamples));
            Assert.True(picture.TryGetPng(out var png));
            Assert.Equal(page.Number == 1 ? 9 : 1, (await Codes(png, "png")).Count);
        }
    }

    [Fact]
    public async Task the_print_page_shows_each_label_whole_size_with_name_material_care_price_maker_and_village()
    {
        using var workshop = await Workshop.Open(market);
        var brand = $"Kartu {Guid.NewGuid():N}"[..20];
        await workshop.Brand(brand, "#3d5a2a", new { careNote = "Jauhkan dari air." });
        var id = (await workshop.OnSale(await workshop.Bag("Tas cetak"))).GetProperty("id").GetGuid();
        using var artisan = new Reader(market, "artisan", ("artisan", workshop.Id.Value.ToString()));
        await artisan.Open("/perajin/label");
        Assert.Contains("Tas cetak", artisan.Text, StringComparison.Ordinal);
        await artisan.Open($"/perajin/label/cetak?bentuk=tempel&jumlah[{id}]=11");
        Assert.Equal(2, artisan.Page.QuerySelectorAll("[data-test=sheet]").Length);
        var labels = artisan.Page.QuerySelectorAll("[data-test=label]");
        Assert.Equal(11, labels.Length);
        foreach (var words in new[] { "Tas cetak", "Bahan: daun tembakau, katun", "Jauhkan dari air.", "Rp150.000", brand,
            "Desa Semoyang" })
            Assert.Contains(words, labels[0].TextContent, StringComparison.Ordinal);
        await artisan.Open("/perajin/label/cetak?bentuk=tempel");
        Assert.Equal("Pilih paling sedikit satu label.", artisan.Find("problem").TextContent.Trim());
    }

    [Fact]
    public async Task nobody_prints_another_makers_labels()
    {
        using var workshop = await Workshop.Open(market);
        using var other = await Workshop.Open(market);
        var id = (await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid();
        using var reply = await market.Page(other, $"/perajin/label/png?bentuk=tempel&jumlah[{id}]=1");
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    private async Task<byte[]> Sheet(Workshop workshop, string kind, string shape, Guid product, int copies)
    {
        using var reply = await market.Page(workshop, $"/perajin/label/{kind}?bentuk={shape}&jumlah[{product}]={copies}");
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return await reply.Content.ReadAsByteArrayAsync(Cancellation);
    }

    /// <summary>What a reader of codes finds on a picture. <c>zbarimg</c> is Debian's package zbar-tools; infra/test installs
    /// it.</summary>
    private static async Task<List<string>> Codes(byte[] picture, string ending)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.{ending}");
        await File.WriteAllBytesAsync(file, picture, Cancellation);
        try
        {
            using var reader =
                Process.Start(new ProcessStartInfo("zbarimg",
                ["--raw", "--quiet", "-Sdisable", "-Sqrcode.enable", file])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true
                })!;
            var found = await reader.StandardOutput.ReadToEndAsync(Cancellation);
            await reader.WaitForExitAsync(Cancellation);
            return [.. Regex.Split(found.Trim(), "\r?\n").Where(x => x.Length > 0)];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
