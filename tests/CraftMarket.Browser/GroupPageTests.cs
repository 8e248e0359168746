using System.Net.Http.Json;
using CraftMarket.Tests;
using CraftMarket.Tests.Catalogue;

namespace CraftMarket.Browser;

/// <summary>A group's pages on a cheap phone, with names as long as they may be.</summary>
public sealed class GroupPageTests(RunningMarket market, Chromium chromium)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task no_page_of_a_group_is_wider_than_a_phone()
    {
        using var founder = await Workshop.Open(market);
        using var member = await Workshop.Open(market);
        await founder.Brand($"Anyaman Daun Tembakau Keluarga Besar Inaq Sahnun {Guid.NewGuid():N}"[..60], "#8a5a2b");
        await member.Brand($"Nurhayati Craft Semoyang {Guid.NewGuid():N}"[..40], "#6f7a32");
        var name = $"Kelompok Penenun dan Penganyam Pemban Aji Semoyang {Guid.NewGuid():N}"[..60];
        var group = await Workshop.Read(await founder.Artisan.PostAsJsonAsync("/api/v1/groups", new { name }, Stop), 201);
        var code = (await Workshop.Read(await founder.Artisan.PostAsJsonAsync("/api/v1/artisans/me/group/code", new { }, Stop),
            200)).GetProperty("code").GetString();
        await Workshop.Read(await member.Artisan.PostAsJsonAsync("/api/v1/artisans/me/group", new { code }, Stop), 200);
        var kit = new
        {
            name, story = "Tiga perempuan, satu alat tenun.", colour = "#5b2a1f",
            tagline = "Ikat dan anyaman tangan tiga generasi dari kaki Gunung Rinjani di Lombok Tengah"
        };
        await Workshop.Read(await founder.Artisan.PutAsJsonAsync("/api/v1/artisans/me/group/brand", kit, Stop), 200);
        var product = await member.OnSale(await member.Bag("Syal ikat"));
        await Workshop.Read(await member.Patch(product.GetProperty("id").GetGuid(), new { groupBrand = true }), 200);

        foreach (var (who, path) in new[]
        {
            (founder, "/perajin/kelompok"), (founder, "/perajin/kelompok/merek"), (member, "/perajin/kelompok"),
            (member, "/perajin/kelompok/merek"), (member, "/perajin/produk"),
            (member, $"/kelompok/{group.GetProperty("slug").GetString()}"),
            (member, $"/produk/{product.GetProperty("slug").GetString()}"),
        })
        {
            var phone = await chromium.ArtisansPhone(market, market.Address, who.Id.Value.ToString(), path);
            Assert.InRange(await phone.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 360);
        }
    }
}
