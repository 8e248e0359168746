using System.Net;
using CraftMarket.Kernel;

namespace CraftMarket.Tests;

/// <summary>An artisan records a sale at the market, on a browser without JavaScript.</summary>
public sealed class OutsideSaleTests(RunningMarket market)
{
    [Fact]
    public async Task an_amount_is_enough_because_the_day_is_today()
    {
        using var artisan = await AtTheForm();
        await artisan.Send("save", ("amount", "75.000"));
        Assert.Equal("/perajin", artisan.Path);
        Assert.Contains("tercatat", artisan.Find("notice").TextContent, StringComparison.Ordinal);
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

    private async Task<Reader> AtTheForm()
    {
        var artisan = new Reader(market, "artisan", ("artisan", NewId.At<ArtisanId>(DateTimeOffset.UtcNow).Value.ToString()));
        await artisan.Open("/perajin/penjualan-luar/baru");
        return artisan;
    }
}
