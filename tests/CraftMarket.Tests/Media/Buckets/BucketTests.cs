using System.Security.Cryptography;
using CraftMarket.Kernel;
using CraftMarket.Media;
using CraftMarket.Web.Operating;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using NetVips;

namespace CraftMarket.Tests.Media.Buckets;

/// <summary>Photos in a bucket: the same as on disk, and nothing left on the machine.</summary>
public sealed class BucketTests : IAsyncLifetime
{
    private LocalBucket _bucket = null!;
    private Bucket _client = null!;
    private BucketKeeper _keeper = null!;
    private BlobStore _blobs = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bucket = await LocalBucket.Open();
        _client = new(_bucket.Settings);
        _keeper = new(_client);
        _blobs = new(_keeper);
    }

    [Fact]
    public async Task a_photo_taken_in_lies_in_the_bucket_and_becomes_four_pictures()
    {
        var sent = SamplePhotos.Jpeg(2000, 1500);
        using var intake = new PhotoIntake(_blobs);
        var received = Assert.IsType<ReceivedPhoto>(await intake.TakeAsync(new MemoryStream(sent), Stop));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(sent)), received.Content);
        Assert.Equal(sent, _bucket.Objects[$"originals/{received.Content[..2]}/{received.Content}"].Bytes);

        var made = await new RenditionMaker(_blobs).MakeAsync(Photo(received.Content), Stop);

        Assert.Equal([320, 640, 1080, 1600], made.Renditions.Select(x => x.Width));
        foreach (var rendition in made.Renditions)
        {
            var name = rendition.Url.Split('/')[^1];
            Assert.Equal("image/webp", _bucket.Objects[$"public/{name[..2]}/{name}"].Type);
            using var picture = Image.NewFromBuffer(await Read(name));
            Assert.Equal((rendition.Width, rendition.Height), (picture.Width, picture.Height));
        }

        Assert.Empty(LeftHere);
    }

    [Fact]
    public async Task what_is_erased_is_gone_from_the_bucket()
    {
        using var intake = new PhotoIntake(_blobs);
        var received = Assert.IsType<ReceivedPhoto>(await intake.TakeAsync(new MemoryStream(SamplePhotos.Jpeg(300, 200)), Stop));
        var address = await _blobs.PublishAsync([1, 2, 3], "jpg", Stop);
        await _blobs.DropOriginalAsync(received.Content, Stop);
        await _blobs.DropPublishedAsync(address, Stop);
        await _blobs.DropPublishedAsync(address, Stop);
        Assert.Empty(_bucket.Objects);
    }

    [Fact]
    public async Task the_same_picture_is_sent_once()
    {
        var address = await _blobs.PublishAsync([1, 2, 3], "jpg", Stop);
        Assert.Equal(address, await _blobs.PublishAsync([1, 2, 3], "jpg", Stop));
        Assert.Single(_bucket.Asked, x => x.StartsWith("PUT public/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task share_cards_shops_and_labels_show_the_photos_of_the_bucket()
    {
        var (photo, logo) = (await Keep(SamplePhotos.Jpeg(600, 400)), await Keep(SamplePhotos.Jpeg(200, 200)));
        MakerMark Maker(string? shown) => new("Tenun Sahnun", null, "#7a2e3a", null, shown, "Semoyang", null);
        var (cards, shops, labels) = (new ShareCardPainter(_blobs), new ShopPainter(_blobs), new LabelPrint(_blobs));
        Label[] Sheet(string? shown) =>
            [new("Tas", "Rp150.000", "daun tembakau", null, "Semoyang", "Pindai", Maker(shown),
            "https://pasar.example.org/produk/tas")];

        Assert.NotEqual(await cards.PaintAsync(new(null, "Tas", "Rp150.000", Maker(null)), Stop),
            await cards.PaintAsync(new(photo, "Tas", "Rp150.000", Maker(null)), Stop));
        Assert.NotEqual(await shops.PaintAsync(new(Maker(null), []), Stop), await shops.PaintAsync(new(Maker(logo), []), Stop));
        Assert.NotEqual(await labels.PngAsync(Sheet(null), LabelShape.Tag, Stop),
            await labels.PngAsync(Sheet(logo), LabelShape.Tag, Stop));
        Assert.Empty(LeftHere);
    }

    [Fact]
    public async Task a_bucket_that_is_away_is_passing_trouble_and_not_the_photos_fault()
    {
        var content = await Keep(SamplePhotos.Jpeg(300, 200));
        _bucket.IsDown = true;
        await Assert.ThrowsAsync<IOException>(() => new RenditionMaker(_blobs).MakeAsync(Photo(content), Stop));
        await Assert.ThrowsAsync<IOException>(() => _blobs.PublishAsync([1], "jpg", Stop));
        _bucket.IsDown = false;
        await Assert.ThrowsAsync<FileNotFoundException>(() =>
            new RenditionMaker(_blobs).MakeAsync(Photo(new string('a', 64)), Stop));
        Assert.Null(await _blobs.FindAsync($"{new string('a', 32)}.webp", Stop));
        Assert.Empty(LeftHere);
    }

    [Fact]
    public async Task a_node_that_never_reached_its_bucket_is_not_ready_and_one_that_did_only_says_so()
    {
        var clock = new FakeTimeProvider();
        var check = new PhotoStoreHealth(_keeper, clock);
        async Task<HealthCheckResult> Look()
        {
            clock.Advance(TimeSpan.FromSeconds(11));
            return await check.CheckHealthAsync(new(), Stop);
        }

        _bucket.IsDown = true;
        Assert.Equal(HealthStatus.Unhealthy, (await Look()).Status);
        _bucket.IsDown = false;
        Assert.Equal(HealthStatus.Healthy, (await Look()).Status);
        _bucket.IsDown = true;
        var later = await Look();
        Assert.Equal(HealthStatus.Degraded, later.Status);
        // Where the machine is busy, the question ends before the third 503 is heard.
        Assert.Matches("503|nothing answers", later.Description);
    }

    [Theory]
    [InlineData("secret", "403 SignatureDoesNotMatch")]
    [InlineData("bucket", "404 NoSuchBucket")]
    [InlineData("address", "nothing answers at Media__S3__Endpoint")]
    public async Task what_is_wrong_with_the_settings_is_said(string wrong, string words)
    {
        var settings = wrong switch
        {
            "secret" => _bucket.Settings with { SecretKey = "tertukar" },
            "bucket" => _bucket.Settings with { Bucket = "lain" },
            _ => _bucket.Settings with { Endpoint = new("http://127.0.0.1:1") },
        };
        using var client = new Bucket(settings);
        var problem = await client.ProblemAsync(Stop);
        Assert.Contains(words, problem, StringComparison.Ordinal);
        Assert.DoesNotContain(settings.SecretKey, problem, StringComparison.Ordinal);
        using var keeper = new BucketKeeper(client);
        await Assert.ThrowsAnyAsync<IOException>(() => new BlobStore(keeper).PublishAsync([1], "jpg", Stop));
    }

    private IEnumerable<string> LeftHere => Directory.EnumerateFiles(_keeper.WorkFolder, "*", SearchOption.AllDirectories);

    private async Task<string> Keep(byte[] photo)
    {
        var content = Convert.ToHexStringLower(SHA256.HashData(photo));
        await using var file = _blobs.NewUpload();
        await file.WriteAsync(photo, Stop);
        await file.FlushAsync(Stop);
        await _blobs.KeepOriginalAsync(file.Name, content, Stop);
        File.Delete(file.Name);
        return content;
    }

    private async Task<byte[]> Read(string name)
    {
        var found = await _blobs.FindAsync(name, Stop);
        await using var content = found!.Content;
        var bytes = new byte[found.Length];
        await content.ReadExactlyAsync(bytes, Stop);
        return bytes;
    }

    private static Photo Photo(string content) =>
        new(new(Guid.NewGuid()), new ArtisanId(Guid.NewGuid()), content, PhotoStatus.Processing, []);

    public async ValueTask DisposeAsync()
    {
        var folder = _keeper.WorkFolder;
        _keeper.Dispose();
        _client.Dispose();
        Assert.False(Directory.Exists(folder));
        await _bucket.DisposeAsync();
    }
}
