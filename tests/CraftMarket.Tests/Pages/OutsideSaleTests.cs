using System.Net;
using CraftMarket.Income.Sales;
using CraftMarket.Kernel;
using CraftMarket.Tests.Catalogue;
using CraftMarket.Tests.People;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CraftMarket.Tests;

/// <summary>An artisan records a sale at the market, on a browser without JavaScript.</summary>
public sealed class OutsideSaleTests(RunningMarket market)
{
    private readonly ArtisanId _artisan = NewId.At<ArtisanId>(DateTimeOffset.UtcNow);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_amount_is_enough_because_the_day_is_today()
    {
        using var artisan = await AtTheForm();
        await artisan.Send("save", ("amount", "75.000"));
        Assert.Equal("/perajin/penghasilan", artisan.Path);
        Assert.Contains("tercatat", artisan.Find("notice").TextContent, StringComparison.Ordinal);
        Assert.Contains("Rp75.000", artisan.Find("outside-sale").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_was_sold_outside_stands_beside_the_earnings_newest_first_with_its_proof_and_who_told_it()
    {
        await Told(new(2026, 8), 1_000, "said", byCompanion: false);
        await Told(new(2026, 10), 3_000, "seen", byCompanion: true);
        await Told(new(2026, 9), 2_000, "receipt", byCompanion: true);
        using var artisan = await At("/perajin/penghasilan");
        var sales = artisan.Page.QuerySelectorAll("[data-test=outside-sale]").Select(x => x.TextContent).ToList();
        string[][] told = [["Oktober 2026", "Rp3.000", "dilihat pendamping"], ["September 2026", "Rp2.000", "nota"],
            ["Agustus 2026", "Rp1.000", "kata Anda"]];
        Assert.Equal(told.Length, sales.Count);
        foreach (var (sale, words) in sales.Zip(told))
            Assert.All(words, x => Assert.Contains(x, sale, StringComparison.Ordinal));
        Assert.Equal(2, sales.Count(x => x.Contains("ditulis pendamping", StringComparison.Ordinal)));
        await artisan.Open("/perajin/penghasilan?bulan=2026-09");
        var only = Assert.Single(artisan.Page.QuerySelectorAll("[data-test=outside-sale]"));
        Assert.Contains("Rp2.000", only.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task another_artisan_sees_nothing_of_it()
    {
        await Told(new(2026, 8), 1_000, "said", byCompanion: false);
        using var other = new Reader(market, "artisan", ("artisan", $"{Guid.NewGuid()}"));
        await other.Open("/perajin/penghasilan");
        Assert.Null(other.Page.QuerySelector("[data-test=outside-sale]"));
    }

    [Fact]
    public async Task what_an_older_version_took_stands_there_too_when_this_version_starts()
    {
        var sale = await Told(new(2026, 8), 1_000, "said", byCompanion: false);
        await using (var source = NpgsqlDataSource.Create(market.ConnectionString))
        await using (var forget = source.CreateCommand("update market.mt_doc_offplatformsale set data = "
            + $"jsonb_build_object('Id', data -> 'Id', 'ArtisanId', data -> 'ArtisanId') where id = '{sale.Value}'"))
            Assert.Equal(1, await forget.ExecuteNonQueryAsync(Stop));
        foreach (var data in market.Services.GetServices<IReferenceData>()) await data.EnsureAsync(Stop);
        using var artisan = await At("/perajin/penghasilan");
        Assert.Contains("Rp1.000", artisan.Find("outside-sale").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_item_is_one_of_the_artisans_own_products_and_its_name_is_shown()
    {
        using var workshop = await Workshop.Open(market);
        var bag = (await workshop.Listed(await workshop.Bag("Tas pasar"))).GetProperty("id").GetString()!;
        using var artisan = new Reader(market, "artisan", ("artisan", workshop.Id.Value.ToString()));
        await artisan.Open("/perajin/penjualan-luar/baru");
        await artisan.Send("save", ("amount", "75000"), ("productId", Guid.NewGuid().ToString()));
        Assert.NotNull(artisan.Page.GetElementById("productId-wrong"));
        await artisan.Send("save", ("amount", "75000"), ("productId", bag));
        Assert.Contains("Tas pasar", artisan.Find("outside-sale").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_day_written_day_first_is_read_as_such()
    {
        using var artisan = await AtTheForm();
        var day = LocalMonth.DayOf(DateTimeOffset.UtcNow).AddDays(-1);
        await artisan.Send("save", ("amount", "76.000"), ("soldOn", $"{day:d'/'M'/'yyyy}"));
        Assert.Equal("/perajin/penghasilan", artisan.Path);
        Assert.Contains("Rp76.000", artisan.Find("outside-sale").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_day_that_has_not_come_is_refused_at_its_field()
    {
        using var artisan = await AtTheForm();
        await artisan.Send("save", ("amount", "75000"), ("soldOn", "2099-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, artisan.Status);
        Assert.NotNull(artisan.Page.GetElementById("soldOn-wrong"));
    }

    [Fact]
    public async Task an_amount_that_is_no_number_is_refused_and_the_day_stays()
    {
        using var artisan = await AtTheForm();
        var day = artisan.Page.GetElementById("soldOn")!.GetAttribute("value");
        await artisan.Send("save", ("amount", "banyak"));
        Assert.NotNull(artisan.Page.GetElementById("amount-wrong"));
        Assert.Equal(day, artisan.Page.GetElementById("soldOn")!.GetAttribute("value"));
    }

    [Fact]
    public async Task a_receipt_that_is_another_artisans_is_refused_at_its_field()
    {
        using var artisan = await AtTheForm();
        await artisan.Send("save", ("amount", "75000"), ("photoId", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, artisan.Status);
        Assert.NotNull(artisan.Page.GetElementById("photoId-wrong"));
    }

    private async Task<SaleId> Told(LocalMonth month, long amount, string proof, bool byCompanion)
    {
        var id = NewId.At<SaleId>(DateTimeOffset.UtcNow);
        Assert.IsType<Done>(await market.Send(new ReportOffPlatformSale(id, _artisan, month.ToString(), null, new(amount),
            null, proof, null, "somebody", byCompanion)));
        return id;
    }

    private Task<Reader> AtTheForm() => At("/perajin/penjualan-luar/baru");

    private async Task<Reader> At(string path)
    {
        var artisan = new Reader(market, "artisan", ("artisan", _artisan.Value.ToString()));
        await artisan.Open(path);
        return artisan;
    }
}
