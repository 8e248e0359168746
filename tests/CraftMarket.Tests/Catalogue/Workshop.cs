using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Tests.Media;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace CraftMarket.Tests.Catalogue;

/// <summary>An artisan of Semoyang with a signed-in client, a curator and a visitor beside.</summary>
internal sealed class Workshop : IDisposable
{
    private readonly RunningMarket _market;
    private Guid? _photo;

    private Workshop(RunningMarket market, ArtisanId id)
    {
        (_market, Id) = (market, id);
        Artisan = market.As("artisan", ("artisan", id.Value.ToString()));
        Curator = market.As("curator");
        Visitor = market.Visitor();
    }

    public ArtisanId Id { get; }
    public HttpClient Artisan { get; }
    public HttpClient Curator { get; }
    public HttpClient Visitor { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Workshop> Open(RunningMarket market, RegionCode? village = null, PersonId? person = null)
    {
        var workshop = new Workshop(market, new(Guid.CreateVersion7()));
        await market.Happened(
            new ArtisanWelcomed(workshop.Id, person ?? new(Guid.CreateVersion7()), village ?? Regions.Semoyang));
        return workshop;
    }

    /// <summary>Sends work as another would, and waits until it is done.</summary>
    public async Task Tell(object fact)
    {
        await using var scope = _market.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync(fact, Cancellation);
    }

    /// <summary>Sends work that several do.</summary>
    public async Task Publish(object fact)
    {
        await using var scope = _market.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().PublishAsync(fact);
    }

    /// <summary>Changes the brand; what it became.</summary>
    public async Task<JsonElement> Brand(string name, string colour, object? more = null)
    {
        var brand = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        (brand["name"], brand["story"], brand["colour"]) = (name, "Tiga generasi penganyam.", colour);
        return await Read(await Artisan.PutAsJsonAsync("/api/v1/artisans/me/brand", brand, Cancellation), 200);
    }

    public async Task<Guid> Photo() => _photo ??= (await Artisan.Photo(SamplePhotos.Jpeg(800, 600))).GetProperty("id").GetGuid();

    public async Task<Dictionary<string, object?>> Bag(string name = "Tas daun tembakau") => new()
    {
        ["name"] = name, ["description"] = "Dianyam tangan di Semoyang.", ["price"] = 150_000, ["stock"] = 5,
        ["category"] = "tas",
        ["materials"] = new[] { "daun tembakau", "katun" }, ["weightGrams"] = 400, ["photoIds"] = new[] { await Photo() },
    };

    public async Task<JsonElement> Listed(Dictionary<string, object?> product) =>
        await Read(await Artisan.PostAsJsonAsync("/api/v1/products", product, Cancellation), 201);

    public async Task<(int Status, string? Code)> Refused(HttpResponseMessage reply)
    {
        using (reply)
        {
            var body = await reply.Content.ReadAsStringAsync(Cancellation);
            return ((int)reply.StatusCode, body.Length == 0 ? null : JsonDocument.Parse(body).RootElement.GetProperty("code")
                .GetString());
        }
    }

    public Task<HttpResponseMessage> Submit(Guid id) =>
        Artisan.PostAsync($"/api/v1/products/{id}/submission", null, Cancellation);

    public Task<HttpResponseMessage> Decide(Guid id, string decision, string? reason = null) =>
        Curator.PostAsJsonAsync($"/api/v1/products/{id}/curation", new { decision, reason }, Cancellation);

    /// <summary>Lists a product, submits it and has it approved.</summary>
    public async Task<JsonElement> OnSale(Dictionary<string, object?> product)
    {
        var id = (await Listed(product)).GetProperty("id").GetGuid();
        await Read(await Submit(id), 202);
        await Read(await Decide(id, "approve"), 200);
        return await Shown(id.ToString());
    }

    public async Task<JsonElement> Shown(string idOrSlug) =>
        await Read(await Visitor.GetAsync($"/api/v1/products/{idOrSlug}", Cancellation), 200);

    /// <summary>Waits until visitors see it so; public answers may be a second old.</summary>
    public Task<JsonElement> ShownWith(Guid id, string member, long value) =>
        Eventually(() => Shown(id.ToString()), x => x.GetProperty(member).GetInt64() == value);

    public async Task<List<string>> Found(string question) =>
        [.. (await Read(await Visitor.GetAsync($"/api/v1/products?{question}", Cancellation), 200)).GetProperty("items")
            .EnumerateArray()
            .Select(x => x.GetProperty("name").GetString()!)];

    public async Task<HttpResponseMessage> Patch(Guid id, object change, string? ifMatch = null)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/products/{id}") { Content = JsonContent.Create(change) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await Artisan.SendAsync(request, Cancellation);
    }

    public static async Task<JsonElement> Read(HttpResponseMessage reply, int status, bool empty = false)
    {
        using (reply)
        {
            var body = await reply.Content.ReadAsStringAsync(Cancellation);
            Assert.True(status == (int)reply.StatusCode, $"{(int)reply.StatusCode}: {body}");
            return empty ? default : JsonDocument.Parse(body).RootElement;
        }
    }

    /// <summary>Waits until what is asked for holds.</summary>
    public static Task<T> Eventually<T>(Func<Task<T>> look, Func<T, bool> holds) => Patience.Until(look, holds);

    public void Dispose()
    {
        Artisan.Dispose();
        Curator.Dispose();
        Visitor.Dispose();
    }
}
