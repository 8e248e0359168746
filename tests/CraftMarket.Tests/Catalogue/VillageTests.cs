using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.Tests.Media;

namespace CraftMarket.Tests.Catalogue;

/// <summary>What the office writes of a village is what visitors see.</summary>
public sealed class VillageTests(RunningMarket market) : IDisposable
{
    private const string Code = "52.02.06.2011", Slug = "beleke-daye";
    private readonly HttpClient _office = market.As("staff");
    private readonly HttpClient _visitor = market.Visitor();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_village_is_opened_described_and_followed_through_its_stages()
    {
        await Sent(await _office.PostAsJsonAsync("/api/v1/villages", new { code = Code }, Cancellation), 201);
        await Sent(await _office.PostAsJsonAsync("/api/v1/villages", new { code = Code }, Cancellation), 201);
        var field = (await _office.Photo(SamplePhotos.Jpeg(900, 600))).GetProperty("id").GetGuid();
        await Sent(await _office.PutAsJsonAsync($"/api/v1/villages/{Code}", Told(), Cancellation), 204);
        await Sent(await _office.PutAsJsonAsync($"/api/v1/villages/{Code}/gallery",
            new
            {
                photos = new[] { new { photoId = field,
                description = new { id = "Ladang tembakau", en = "A tobacco field" } } }
            }, Cancellation), 204);
        foreach (var (stage, on) in new[] { ("dijajaki", "2024-02-01"), ("disiapkan", "2025-05-01") })
            await Sent(await _office.PostAsJsonAsync($"/api/v1/villages/{Code}/stages", new { stage, on }, Cancellation), 204);

        var village = await Workshop.Read(await _visitor.GetAsync($"/api/v1/villages/{Slug}", Cancellation), 200);
        Assert.Equal("Beleke weaves at night.", village.GetProperty("identity").GetProperty("story").GetProperty("en")
            .GetString());
        Assert.Equal("#3d5a2a", village.GetProperty("identity").GetProperty("colour").GetString());
        Assert.Equal("A tobacco field", village.GetProperty("gallery")[0].GetProperty("description").GetProperty("en")
            .GetString());
        Assert.StartsWith("/media/", village.GetProperty("gallery")[0].GetProperty("renditions")[0].GetProperty("url")
            .GetString(), StringComparison.Ordinal);
        Assert.Equal(["dijajaki", "disiapkan"], village.GetProperty("stages").EnumerateArray()
            .Select(x => x.GetProperty("id").GetString()!));
        Assert.Equal("disiapkan", village.GetProperty("stage").GetProperty("id").GetString());
        Assert.Equal("https://www.openstreetmap.org/?mlat=-8.77&mlon=116.39#map=15/-8.77/116.39", village.GetProperty("place")
            .GetProperty("map").GetString());
        Assert.Equal(("Kantor Desa Beleke Daye", "(0370) 555 0100"),
            (village.GetProperty("visit").GetProperty("contact").GetString(), village.GetProperty("visit").GetProperty("phone")
                .GetString()));

        await Sent(await _office.PutAsJsonAsync($"/api/v1/villages/{Code}", Told(contact: false), Cancellation), 204);
        var later = await Workshop.Read(await _visitor.GetAsync($"/api/v1/villages/{Slug}", Cancellation), 200);
        Assert.Equal(JsonValueKind.Null, later.GetProperty("visit").GetProperty("phone").ValueKind);
    }

    [Fact]
    public async Task pilots_come_first_in_the_list()
    {
        await Sent(await _office.PostAsJsonAsync("/api/v1/villages", new { code = Code }, Cancellation), 201);
        var items = (await Workshop.Read(await _visitor.GetAsync("/api/v1/villages", Cancellation), 200)).GetProperty("items")
            .EnumerateArray().ToList();
        // Other tests make villages of their own, pilots among them.
        var pilots = items.TakeWhile(x => x.GetProperty("pilot").GetBoolean())
            .Select(x => x.GetProperty("slug").GetString()).ToList();
        Assert.Contains("semoyang", pilots);
        Assert.DoesNotContain(items.Skip(pilots.Count), x => x.GetProperty("pilot").GetBoolean());
        Assert.Contains(items.Skip(pilots.Count), x => x.GetProperty("slug").GetString() == Slug);
    }

    [Fact]
    public async Task only_the_office_writes_and_only_with_photos_of_its_own()
    {
        using var workshop = await Workshop.Open(market);
        var artisans = await workshop.Photo();
        foreach (var client in new[] { workshop.Artisan, workshop.Curator })
            await Sent(await client.PutAsJsonAsync("/api/v1/villages/52.02.06.2003", Told(), Cancellation), 403);
        var gallery = new { photos = new[] { new { photoId = artisans, description = new { id = "Tas" } } } };
        Assert.Equal((422, "unknown_photo"),
            await workshop.Refused(await _office.PutAsJsonAsync("/api/v1/villages/52.02.06.2003/gallery", gallery,
            Cancellation)));
        Assert.Equal((404, "not_found"),
            await workshop.Refused(await _office.PutAsJsonAsync("/api/v1/villages/52.02.06.2009", Told(), Cancellation)));
        Assert.Equal((422, "unknown_village"),
            await workshop.Refused(await _office.PostAsJsonAsync("/api/v1/villages", new { code = "52.02.06.9999" },
            Cancellation)));
    }

    [Fact]
    public async Task what_the_office_has_not_seen_is_not_written_over()
    {
        const string address = $"/api/v1/villages/{Code}";
        await Sent(await _office.PostAsJsonAsync("/api/v1/villages", new { code = Code }, Cancellation), 201);
        var (told, gallery) = (Told(says: $"Menganyam {Guid.NewGuid():N}"[..30]), new { photos = Array.Empty<object>() });
        object rules = new { rules = new { id = $"Hanya untuk barang yang dibuat di sini. {Guid.NewGuid()}" } };
        var read = await Tag();
        var first = await Written(HttpMethod.Put, address, told, read);
        Assert.Equal((409, "stale"), await Refused(HttpMethod.Put, address, Told(contact: false), read));
        Assert.Equal((409, "stale"), await Refused(HttpMethod.Put, address, Told(contact: false), "\"something\""));
        Assert.Equal((409, "stale"), await Refused(HttpMethod.Post, $"{address}/rules", rules, read));
        var second = await Written(HttpMethod.Post, $"{address}/rules", rules, first);
        var field = (await _office.Photo(SamplePhotos.Jpeg(900, 600))).GetProperty("id").GetGuid();
        object view = new { photos = new[] { new { photoId = field, description = new { id = "Ladang tembakau" } } } };
        Assert.Equal((409, "stale"), await Refused(HttpMethod.Put, $"{address}/gallery", view, first));
        var third = await Written(HttpMethod.Put, $"{address}/gallery", view, second);
        Assert.Equal(3, new[] { first, second, third }.Distinct().Count());

        // Whoever has read it anew may write, and so may who asks for no version, as before.
        Assert.StartsWith(third.Trim('"'), (await Tag()).Trim('"'), StringComparison.Ordinal);
        await Written(HttpMethod.Put, address, Told(contact: false), await Tag());
        await Written(HttpMethod.Put, $"{address}/gallery", gallery, null);

        async Task<string> Tag() => (await _office.GetAsync($"/api/v1/villages/{Slug}", Cancellation)).Headers.ETag!.ToString();
    }

    [Fact]
    public async Task goods_change_the_tag_of_a_village_and_make_no_edit_of_it_stale()
    {
        const string address = $"/api/v1/villages/{Code}", shown = $"/api/v1/villages/{Slug}";
        await Sent(await _office.PostAsJsonAsync("/api/v1/villages", new { code = Code }, Cancellation), 201);
        var before = (await _office.GetAsync(shown, Cancellation)).Headers.ETag!.ToString();
        Assert.Equal(before, (await _office.GetAsync(shown, Cancellation)).Headers.ETag!.ToString());
        using var workshop = await Workshop.Open(market, RegionCode.Parse(Code));
        await workshop.OnSale(await workshop.Bag());
        Assert.NotEqual(before, (await _office.GetAsync(shown, Cancellation)).Headers.ETag!.ToString());
        await Written(HttpMethod.Put, address, Told(), before);
    }

    private async Task<string> Written(HttpMethod method, string address, object body, string? ifMatch)
    {
        using var reply = await Send(method, address, body, ifMatch);
        Assert.True(204 == (int)reply.StatusCode,
            $"{(int)reply.StatusCode}: {await reply.Content.ReadAsStringAsync(Cancellation)}");
        return reply.Headers.ETag!.ToString();
    }

    private async Task<(int, string?)> Refused(HttpMethod method, string address, object body, string? ifMatch)
    {
        using var reply = await Send(method, address, body, ifMatch);
        return ((int)reply.StatusCode, (await reply.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code")
            .GetString());
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string address, object body, string? ifMatch)
    {
        using var request = new HttpRequestMessage(method, address) { Content = JsonContent.Create(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await _office.SendAsync(request, Cancellation);
    }

    private static object Told(bool contact = true, string says = "Menganyam di malam hari") => new
    {
        name = "Beleke Daye",
        tagline = new { id = says, en = "Weaving by night" },
        story = new { id = "Beleke menganyam di malam hari.", en = "Beleke weaves at night." },
        character = new { id = "Anyaman hitam", en = "Black plait" },
        mark = new { name = "Kriya Beleke", colour = "#3d5a2a", accent = "#c9973f" },
        place = new { directions = new { id = "Dari Praya ke timur." }, latitude = -8.77, longitude = 116.39 },
        hours = new { id = "Setiap hari" },
        contact = contact ? new { office = "Kantor Desa Beleke Daye", phone = "(0370) 555 0100" } : null,
    };

    private static async Task Sent(HttpResponseMessage reply, int status)
    {
        using (reply)
            Assert.True(status == (int)reply.StatusCode,
            $"{(int)reply.StatusCode}: {await reply.Content.ReadAsStringAsync(Cancellation)}");
    }

    public void Dispose()
    {
        _office.Dispose();
        _visitor.Dispose();
    }
}
