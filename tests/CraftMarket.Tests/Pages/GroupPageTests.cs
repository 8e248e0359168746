using System.Net;
using CraftMarket.Tests.Catalogue;

namespace CraftMarket.Tests.Pages;

/// <summary>Groups in front of a browser without JavaScript.</summary>
public sealed class GroupPageTests(RunningMarket market)
{
    [Fact]
    public async Task a_group_is_founded_and_joined_and_its_brand_given_and_chosen_on_pages_alone()
    {
        using var founding = await Workshop.Open(market);
        using var joining = await Workshop.Open(market);
        await joining.Brand($"Nur {Guid.NewGuid().ToString("N")[..6]}", "#6f7a32");
        var shop = (await Workshop.Read(await joining.Artisan.GetAsync("/api/v1/artisans/me/brand",
            TestContext.Current.CancellationToken), 200)).GetProperty("slug").GetString()!;
        using var founder = new Reader(market, "artisan", ("artisan", founding.Id.Value.ToString()));
        using var member = new Reader(market, "artisan", ("artisan", joining.Id.Value.ToString()));
        var name = $"Penenun {Guid.NewGuid().ToString("N")[..6]}";

        await founder.Open("/perajin/kelompok");
        await founder.Send("found", ("name", "P"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, founder.Status);
        Assert.Contains("2 sampai 60 huruf", founder.Text, StringComparison.Ordinal);
        await founder.Send("found", ("name", name));
        Assert.Contains(name, founder.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        await founder.Send("invite", ("shop", "tidak-ada-toko-ini"));
        Assert.Contains("Toko ini tidak ada", founder.Text, StringComparison.Ordinal);
        await founder.Send("invite", ("shop", $"https://pasar.example/perajin/{shop}?bahasa=en"));
        Assert.NotNull(founder.Find("invited"));

        await member.Open("/perajin");
        Assert.Contains($"Jawab undangan {name}", member.Text, StringComparison.Ordinal);
        await member.Open("/perajin/kelompok");
        await member.Send("accept");
        Assert.Equal(2, member.Page.QuerySelectorAll("[data-test=member]").Length);
        Assert.Null(member.Page.QuerySelector("[data-test=invite-form]"));

        await founder.Open("/perajin/kelompok/merek");
        founder.Attach("logo", "bukan foto"u8.ToArray());
        await founder.Send("save", ("colour", "coklat"));
        Assert.Contains("Warna ditulis seperti", founder.Text, StringComparison.Ordinal);
        Assert.NotNull(founder.Page.GetElementById("logoPhotoId-wrong"));
        await founder.Send("save", ("colour", "#5b2a1f"), ("story", "Tiga perempuan."), ("careNote", "Jemur di tempat teduh."));
        Assert.Contains("1 versi", founder.Find("versions").TextContent, StringComparison.Ordinal);
        await member.Open("/perajin/kelompok/merek");
        Assert.Contains("Tiga perempuan.", member.Find("brand-shown").TextContent, StringComparison.Ordinal);
        Assert.Null(member.Page.QuerySelector("[data-test=brand-form]"));

        await joining.OnSale(await joining.Bag("Syal halaman"));
        await member.Open("/perajin/produk");
        await member.Send("choose-brand");
        Assert.Contains(name, member.Find("brand").TextContent, StringComparison.Ordinal);
        await member.Open("/perajin/kelompok");
        await member.Send("leave");
        Assert.NotNull(member.Find("found-form"));
        await member.Open("/perajin/produk");
        Assert.Null(member.Page.QuerySelector("[data-test=brand-choice]"));
    }
}
