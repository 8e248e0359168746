using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NetVips;

namespace CraftMarket.Tests.Media;

public sealed class PhotoTests(RunningMarket market) : IDisposable
{
    private readonly HttpClient _artisan = market.As("artisan", ("artisan", Guid.NewGuid().ToString()));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_photo_becomes_four_pictures()
    {
        var photo = await _artisan.Photo(SamplePhotos.Jpeg(2000, 1500));
        Assert.Equal("ready", photo.GetProperty("status").GetString());
        Assert.Equal(["320x240 webp", "640x480 webp", "1080x810 webp", "1600x1200 webp"], Sizes(photo));
    }

    [Fact]
    public async Task a_small_photo_is_not_enlarged() =>
        Assert.Equal(["200x150 webp"], Sizes(await _artisan.Photo(SamplePhotos.Jpeg(200, 150))));

    [Theory]
    [InlineData("png"), InlineData("webp"), InlineData("avif"), InlineData("16 bit"), InlineData("cmyk")]
    public async Task every_kind_of_photo_becomes_eight_bit_srgb(string kind)
    {
        byte[] sent = kind switch
        {
            "png" => SamplePhotos.Png(),
            "webp" => SamplePhotos.Webp(),
            "avif" => SamplePhotos.Avif(),
            "16 bit" => SamplePhotos.SixteenBitPng(),
            _ => SamplePhotos.CmykJpeg(),
        };
        using var picture = Image.NewFromBuffer(await Largest(await _artisan.Photo(sent)));
        Assert.Equal((400, 300, 3, Enums.BandFormat.Uchar), (picture.Width, picture.Height, picture.Bands, picture.Format));
        // Brown stays brown: a colour space read wrongly shows here.
        var left = picture.Getpoint(100, 150);
        Assert.InRange(left[0], 120, 180);
        Assert.InRange(left[1], 65, 115);
        Assert.InRange(left[2], 15, 70);
    }

    [Fact]
    public async Task a_photo_taken_sideways_stands_upright()
    {
        using var picture = Image.NewFromBuffer(await Largest(await _artisan.Photo(SamplePhotos.Sideways())));
        Assert.Equal((300, 400), (picture.Width, picture.Height));
        Assert.True(picture.Getpoint(150, 50)[0] > picture.Getpoint(150, 350)[0], "The brown half should be on top.");
    }

    [Fact]
    public async Task nothing_of_the_phone_is_in_a_picture()
    {
        var sent = SamplePhotos.WithGps();
        Assert.True(sent.AsSpan().IndexOf("Exif"u8) > 0 && sent.AsSpan().IndexOf("Inaq"u8) > 0,
            "The sample itself must carry metadata.");
        var picture = await Largest(await _artisan.Photo(sent));
        foreach (var trace in new[] { "Exif", "EXIF", "XMP", "ICCP", "Inaq", "GPS" })
            Assert.Equal(-1, picture.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(trace)));
    }

    [Fact]
    public async Task a_photo_whose_pixels_are_broken_ends_as_failed()
    {
        var photo = await _artisan.Photo(SamplePhotos.HollowJpeg());
        Assert.Equal("failed", photo.GetProperty("status").GetString());
    }

    [Fact]
    public async Task a_picture_may_be_kept_for_ever_and_the_original_is_nowhere()
    {
        var sent = SamplePhotos.Jpeg(500, 400);
        var url = Renditions(await _artisan.Photo(sent))[0].GetProperty("url").GetString()!;
        using var visitor = market.Visitor();
        using var reply = await visitor.GetAsync(url, Cancellation);
        Assert.Equal("public,max-age=31536000,immutable", reply.Headers.NonValidated["Cache-Control"].ToString());
        Assert.Equal("nosniff", Assert.Single(reply.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("image/webp", reply.Content.Headers.ContentType!.MediaType);
        using var again = new HttpRequestMessage(HttpMethod.Get, url);
        again.Headers.IfNoneMatch.Add(reply.Headers.ETag!);
        using var unchanged = await visitor.SendAsync(again, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        var original = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(sent));
        foreach (var path in new[] { original, original[..32] + ".webp", $"../originals/{original[..2]}/{original}",
            $"..%2foriginals%2f{original[..2]}%2f{original}" })
            Assert.NotEqual(HttpStatusCode.OK, (await visitor.GetAsync($"/media/{path}", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task another_artisans_photo_is_unknown()
    {
        var photo = await _artisan.Photo(SamplePhotos.Jpeg(300, 200));
        using var other = market.As("artisan", ("artisan", Guid.NewGuid().ToString()));
        using var reply = await other.GetAsync($"/api/v1/photos/{photo.GetProperty("id").GetGuid()}", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Fact]
    public async Task sent_again_under_the_same_key_it_is_the_same_photo_and_otherwise_a_new_one()
    {
        var key = Guid.NewGuid().ToString();
        var bytes = SamplePhotos.Jpeg(300, 200);
        var first = await Id(await _artisan.SendPhoto(bytes, key: key));
        Assert.Equal(first, await Id(await _artisan.SendPhoto(bytes, key: key)));
        Assert.NotEqual(first, await Id(await _artisan.SendPhoto(bytes)));
        using var other = await _artisan.SendPhoto(SamplePhotos.Jpeg(310, 200), key: key);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
    }

    private static async Task<Guid> Id(HttpResponseMessage reply)
    {
        using (reply) return (await reply.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetGuid();
    }

    private static List<JsonElement> Renditions(JsonElement photo) => [.. photo.GetProperty("renditions").EnumerateArray()];

    private static IEnumerable<string> Sizes(JsonElement photo) =>
        Renditions(photo).Select(x => $"{x.GetProperty("width")}x{x.GetProperty("height")} {x.GetProperty("format")}");

    private async Task<byte[]> Largest(JsonElement photo)
    {
        Assert.Equal("ready", photo.GetProperty("status").GetString());
        using var visitor = market.Visitor();
        return await visitor.GetByteArrayAsync(Renditions(photo)[^1].GetProperty("url").GetString()!, Cancellation);
    }

    public void Dispose() => _artisan.Dispose();
}
