using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CraftMarket.Tests.Walks;

/// <summary>A reply of the application with its JSON already read.</summary>
internal sealed record Reply(HttpStatusCode Status, JsonNode Body, HttpResponseHeaders Headers)
{
    public string Text(string member) => (string?)Body[member]
        ?? throw new InvalidOperationException($"No '{member}' in {Body}.");
    public long Number(string member) => (long)(Body[member] ?? throw new InvalidOperationException($"No '{member}' in {Body}."));

    public Reply Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"Expected {(int)status}, got {(int)Status}: {Body}");
        return this;
    }
}

/// <summary>Another program that uses the HTTP contract, and nothing else.</summary>
internal sealed class Caller(Uri address, string? token = null) : IDisposable
{
    public const string DemoPassword = "Semoyang-2026";

    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = address,
        DefaultRequestHeaders = { Authorization = token is null ? null : new("Bearer", token) },
    };

    public async Task<Caller> SignIn(string login, string password = DemoPassword) =>
        new(address, (await Post("sign-in", new { login, password })).Expect(HttpStatusCode.OK).Text("accessToken"));

    /// <summary>The same program, asking another node.</summary>
    public Caller At(Uri node) => new(node, token);

    public Task<Reply> Get(string path) => Send(HttpMethod.Get, path, null);

    public Task<Reply> Post(string path, object body, string? key = null) =>
        Send(HttpMethod.Post, path, JsonContent.Create(body), key);

    public Task<Reply> Put(string path, object body) => Send(HttpMethod.Put, path, JsonContent.Create(body));

    public Task<Reply> Patch(string path, object body, string? ifMatch = null) =>
        Send(HttpMethod.Patch, path, JsonContent.Create(body), null, ifMatch);

    public Task<Reply> Upload(byte[] file, string? key = null) =>
        Send(HttpMethod.Post, "photos", new MultipartFormDataContent { { new ByteArrayContent(file), "file", "foto.png" } }, key);

    /// <summary>Looks again until it is so, for as long as it may take on a busy machine: facts travel between rooms after the
    /// reply.</summary>
    public async Task<Reply> Until(string path, Func<JsonNode, bool> so)
    {
        Reply? seen = null;
        for (var deadline = DateTime.UtcNow.AddSeconds(90); DateTime.UtcNow < deadline; await Task.Delay(50))
        {
            seen = await Get(path);
            if (seen.Status == HttpStatusCode.OK && so(seen.Body)) return seen;
        }

        throw new InvalidOperationException($"Waited in vain for {path}; last seen: {seen?.Body}");
    }

    /// <summary>A client of its own with the same token, for what is not JSON.</summary>
    public HttpClient Browser() =>
        new() { BaseAddress = address, DefaultRequestHeaders = { Authorization = _client.DefaultRequestHeaders.Authorization } };

    public void Dispose() => _client.Dispose();

    private async Task<Reply> Send(HttpMethod method, string path, HttpContent? content, string? key = null,
        string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"/api/v1/{path}") { Content = content };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var reply = await _client.SendAsync(request);
        var text = await reply.Content.ReadAsStringAsync();
        var body = text.StartsWith('{') || text.StartsWith('[') ? JsonNode.Parse(text)! : new JsonObject { ["text"] = text };
        return new(reply.StatusCode, body, reply.Headers);
    }
}
