using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.Media;
using CraftMarket.Tests.Catalogue;
using CraftMarket.Tests.Pages;
using CraftMarket.Tests.People;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace CraftMarket.Tests.Media;

/// <summary>What is said about a photo while its product is written down, and what is shown until it is there.</summary>
public sealed class PhotoHelpTests(RunningMarket market)
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_good_photo_gets_no_advice_and_a_spoilt_one_is_told_why()
    {
        using var workshop = await Workshop.Open(market);
        Assert.Empty(await Advice(workshop, await Sent(workshop, Photo(11))));
        Assert.Equal(["too_dark"], await Advice(workshop, await Sent(workshop, Photo(12, light: 0.35))));
        Assert.Equal(["blurred"], await Advice(workshop, await Sent(workshop, Photo(13, blur: 12))));
    }

    [Fact]
    public async Task a_copy_of_another_listings_photo_is_told_and_a_second_take_for_the_same_one_is_not()
    {
        using var workshop = await Workshop.Open(market);
        using var other = await Workshop.Open(market);
        const int seed = 21;
        var bag = await workshop.Bag("Tas Kembar");
        var original = await Sent(workshop, Photo(seed));
        bag["photoIds"] = new[] { original };
        var listed = (await workshop.Listed(bag)).GetProperty("id").GetGuid();
        // On a busy machine the copy may be looked at before it.
        await Patience.Until(() => Look(new(original)), x => x is not null);
        Assert.Equal(["like_another"], await Advice(other, await Sent(other, Photo(seed, quality: 40))));
        var again = await Sent(workshop, Photo(seed, quality: 45));
        Assert.Equal(["like_another"], await Advice(workshop, again));
        Assert.Empty(await Advice(workshop, again, $"?product={listed}"));
    }

    [Fact]
    public async Task the_form_says_it_and_takes_the_product_all_the_same()
    {
        using var workshop = await Workshop.Open(market);
        var bag = await workshop.Bag("Tas Malam");
        var photo = await Sent(workshop, Photo(31, light: 0.35));
        await Advice(workshop, photo);
        bag["photoIds"] = new[] { photo };
        var id = (await workshop.Listed(bag)).GetProperty("id").GetGuid();
        using var reader = new Reader(market, "artisan", ("artisan", workshop.Id.Value.ToString()));
        var page = await reader.Open($"/perajin/produk/{id}");
        Assert.Contains("agak gelap", page.QuerySelector("[data-photos] [data-test=advice]")!.TextContent,
            StringComparison.Ordinal);
        Assert.Contains("rather dark", (await reader.Open($"/perajin/produk/{id}?bahasa=en"))
            .QuerySelector("[data-photos] [data-test=advice]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_page_carries_a_few_dots_of_each_photo_until_it_is_there()
    {
        using var workshop = await Workshop.Open(market);
        var bag = await workshop.Bag("Tas Titik");
        bag["photoIds"] = new[] { await Sent(workshop, Photo(41)) };
        var slug = (await workshop.OnSale(bag)).GetProperty("slug").GetString();
        using var reader = new Reader(market);
        var page = await Patience.Until(() => reader.Open($"/produk/{slug}"), x => x.QuerySelector(".shots .seed") is not null);
        var seed = page.QuerySelector(".shots .seed")!.GetAttribute("src")!;
        Assert.InRange(seed.Length, 60, 125);
        using var picture = Image.NewFromBuffer(Convert.FromBase64String(seed[(seed.IndexOf(',',
            StringComparison.Ordinal) + 1)..]));
        Assert.Equal((4, 3), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task photos_from_before_are_looked_at_and_those_of_the_erased_are_forgotten()
    {
        using var workshop = await Workshop.Open(market);
        var photo = new PhotoId(await Sent(workshop, Photo(51)));
        await Patience.Until(() => Look(photo), x => x is not null);
        await market.Tell(new ForgetLook(photo));
        Assert.Null(await Look(photo));
        await market.Tell(new LookAtEarlierPhotos(Guid.Empty));
        await Patience.Until(() => Look(photo), x => x is not null);
        await market.Tell(new ErasePhoto(photo));
        await Patience.Until(() => Look(photo), x => x is null);
    }

    private async Task<PhotoLook?> Look(PhotoId photo)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.LoadAsync<PhotoLook>(photo.Value, Now);
    }

    private static async Task<IReadOnlyList<string>> Advice(Workshop workshop, Guid photo, string query = "") =>
        [.. (await Patience.Until(() => workshop.Artisan.GetFromJsonAsync<JsonElement>($"/api/v1/photos/{photo}{query}", Now),
            x => x.GetProperty("advice").ValueKind == JsonValueKind.Array)).GetProperty("advice").EnumerateArray().Select(x =>
                x.GetProperty("code").GetString()!)];

    private static async Task<Guid> Sent(Workshop workshop, byte[] photo) =>
        (await workshop.Artisan.Photo(photo)).GetProperty("id").GetGuid();

    /// <summary>Patches of light and dark with hard edges, where they lie by the seed.</summary>
    private static byte[] Photo(int seed, double light = 1, double blur = 0, int quality = 85)
    {
        using var dots = Image.Gaussnoise(8, 6, sigma: 70, mean: 128, seed: seed);
        using var patches = dots.Resize(160, kernel: Enums.Kernel.Nearest);
        using var soft = blur > 0 ? patches.Gaussblur(blur) : patches.Copy();
        using var lit = (soft * light).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Bw);
        return lit.JpegsaveBuffer(q: quality);
    }
}
