using System.Text.Json;
using CraftMarket.Tests.Media;

namespace CraftMarket.Tests.Limits;

/// <summary>Nobody fills the disk with photos: not at once, and not one after the other.</summary>
[Collection(nameof(FewPhotos))]
public sealed class PhotoQuotaTests(FewPhotos few) : IDisposable
{
    private readonly HttpClient _artisan = few.Market.As("artisan", ("artisan", Guid.NewGuid().ToString()));

    [Fact]
    public async Task an_artisan_whose_room_for_photos_is_used_up_is_told_what_is_left()
    {
        var photo = SamplePhotos.Grainy(300, 200);
        for (var i = 0; i < 3; i++) Assert.Equal(202, (int)(await _artisan.SendPhoto(photo, key: $"foto {i}")).StatusCode);
        await Refused(await _artisan.SendPhoto(photo, key: "foto 4"), photos: 0);
        await Refused(await _artisan.Begin(1_000), photos: 0);
        Assert.Equal(202, (int)(await _artisan.SendPhoto(photo, key: "foto 0")).StatusCode);
    }

    [Fact]
    public async Task megabytes_are_counted_too_also_those_that_are_still_to_come()
    {
        Assert.Equal(201, (int)(await _artisan.Begin(700_000)).StatusCode);
        var left = await Refused(await _artisan.Begin(700_000), photos: 2);
        Assert.Equal(300_000, left.GetProperty("bytes").GetInt64());
        Assert.Equal(201, (int)(await _artisan.Begin(300_000)).StatusCode);
    }

    [Fact]
    public async Task the_office_has_a_room_of_its_own()
    {
        using var office = few.Market.As("staff");
        var photo = SamplePhotos.Grainy(300, 200);
        for (var i = 0; i < 4; i++) Assert.Equal(202, (int)(await office.SendPhoto(photo, key: $"kantor {i}")).StatusCode);
        await Refused(await office.SendPhoto(photo, key: "kantor 4"), photos: 0);
    }

    public void Dispose() => _artisan.Dispose();

    private static async Task<JsonElement> Refused(HttpResponseMessage reply, int photos)
    {
        var (status, code, problem) = await reply.With();
        var left = problem.GetProperty("left");
        Assert.Equal((422, "photo_quota", photos), (status, code, left.GetProperty("photos").GetInt32()));
        return left;
    }
}

/// <summary>A market that keeps three photos of an artisan and four of the office.</summary>
public sealed class FewPhotos : IAsyncLifetime
{
    public RunningMarket Market { get; } = new(new Dictionary<string, string?>
    {
        ["Limits:PhotosPerArtisan"] = "3", ["Limits:PhotoMegabytesPerArtisan"] = "1", ["Limits:PhotosOfOffice"] = "4",
    });

    public ValueTask InitializeAsync() => Market.InitializeAsync();

    public ValueTask DisposeAsync() => Market.DisposeAsync();
}

[CollectionDefinition(nameof(FewPhotos))]
public sealed class FewPhotosTests : ICollectionFixture<FewPhotos>;
