using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Media;

namespace CraftMarket.Tests.Media;

public sealed class HostileFileTests(RunningMarket market) : IDisposable
{
    private readonly HttpClient _artisan = market.As("artisan", ("artisan", Guid.NewGuid().ToString()));

    [Theory]
    [InlineData("truncated JPEG", 422, "damaged")]
    [InlineData("truncated PNG", 422, "damaged")]
    [InlineData("truncated WebP", 422, "damaged")]
    [InlineData("PNG of 1 × 500M pixels", 422, "too_many_pixels")]
    [InlineData("PNG of 20,000 × 20,000 pixels that calls itself small later", 422, "too_many_pixels")]
    [InlineData("PNG with a second header", 422, "damaged")]
    [InlineData("PNG that begins with something else", 422, "damaged")]
    [InlineData("animated GIF", 422, "animated")]
    [InlineData("animated WebP", 422, "animated")]
    [InlineData("animated PNG", 422, "animated")]
    [InlineData("JPEG and ZIP", 415, "not_an_image")]
    [InlineData("PNG and ZIP", 415, "not_an_image")]
    [InlineData("JPEG with a script in its comment", 415, "not_an_image")]
    [InlineData("JPEG with a PDF in its comment", 415, "not_an_image")]
    [InlineData("JPEG with a long tail", 415, "not_an_image")]
    [InlineData("SVG named .jpg", 415, "not_an_image")]
    [InlineData("text", 415, "not_an_image")]
    [InlineData("nothing", 415, "not_an_image")]
    [InlineData("25 MB and one byte", 413, "too_large")]
    [InlineData("far over 25 MB", 413, "too_large")]
    public async Task is_refused(string file, int status, string code)
    {
        using var reply = await _artisan.SendPhoto(Make(file));
        var problem = await reply.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal((status, code), ((int)reply.StatusCode, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task a_sender_that_does_not_ask_first_hears_as_well_that_it_is_too_large()
    {
        using var reply = await _artisan.SendPhoto(new byte[40 * 1024 * 1024], asksFirst: false);
        Assert.Equal(413, (int)reply.StatusCode);
    }

    [Fact]
    public async Task what_phones_append_is_no_reason_to_refuse()
    {
        var photo = SamplePhotos.Jpeg(400, 300);
        byte[] withGainMap = [.. photo, .. SamplePhotos.Jpeg(100, 75)], padded = [.. photo, .. new byte[2_000]];
        Assert.Equal("ready", (await _artisan.Photo(withGainMap)).GetProperty("status").GetString());
        Assert.Equal("ready", (await _artisan.Photo(padded)).GetProperty("status").GetString());
    }

    private static byte[] Make(string file) => file switch
    {
        "truncated JPEG" => SamplePhotos.Jpeg(800, 600)[..^400],
        "truncated PNG" => SamplePhotos.Png()[..^40],
        "truncated WebP" => SamplePhotos.Webp()[..^20],
        "PNG of 1 × 500M pixels" => SamplePhotos.EndlessPng(),
        "PNG of 20,000 × 20,000 pixels that calls itself small later" => SamplePhotos.TwoFacedPng(20_000, 20_000),
        "PNG with a second header" => SamplePhotos.TwoFacedPng(400, 300),
        "PNG that begins with something else" => SamplePhotos.LateHeaderPng(),
        "animated GIF" => SamplePhotos.AnimatedGif(),
        "animated WebP" => SamplePhotos.AnimatedWebp(),
        "animated PNG" => SamplePhotos.AnimatedPng(),
        "JPEG and ZIP" => SamplePhotos.WithArchive(SamplePhotos.Jpeg(200, 100)),
        "PNG and ZIP" => SamplePhotos.WithArchive(SamplePhotos.Png()),
        "JPEG with a script in its comment" => SamplePhotos.WithComment(SamplePhotos.Jpeg(200, 100), "<ScRiPt>alert(1)</script>"),
        "JPEG with a PDF in its comment" => SamplePhotos.WithComment(SamplePhotos.Jpeg(200, 100), "%PDF-1.7 obj"),
        "JPEG with a long tail" => [.. SamplePhotos.Jpeg(200, 100), .. new byte[100_000]],
        "SVG named .jpg" => SamplePhotos.Svg(),
        "text" => "Tas daun tembakau dari Semoyang"u8.ToArray(),
        "nothing" => [],
        "25 MB and one byte" => new byte[PhotoIntake.MaxBytes + 1],
        "far over 25 MB" => new byte[40 * 1024 * 1024],
        _ => throw new ArgumentOutOfRangeException(nameof(file)),
    };

    public void Dispose() => _artisan.Dispose();
}
