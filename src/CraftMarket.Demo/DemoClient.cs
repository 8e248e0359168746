using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace CraftMarket.Demo;

/// <summary>Somebody of the demo at the application's own HTTP interface: the demo uses nothing that a stranger could
/// not.</summary>
internal sealed class DemoClient(Uri address, string? token = null) : IDisposable
{
    private readonly HttpClient _client = new()
    {
        BaseAddress = new Uri(address, "/api/v1/"),
        DefaultRequestHeaders = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) },
    };

    public async Task<DemoClient> SignIn(string login, string password, CancellationToken stop)
    {
        var answer = await Post("sign-in", new JsonObject { ["login"] = login, ["password"] = password }, null, stop);
        return new DemoClient(address, (string)answer["accessToken"]!);
    }

    /// <summary>Posts under a key, so that a demo cut short goes on where it stopped instead of doing things twice.</summary>
    public Task<JsonNode> Post(string path, JsonNode body, string? key, CancellationToken stop) =>
        Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) }, key, stop);

    public Task<JsonNode> Put(string path, JsonNode body, CancellationToken stop) =>
        Send(new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) }, null, stop);

    public Task<JsonNode> Patch(string path, JsonNode body, CancellationToken stop) =>
        Send(new HttpRequestMessage(HttpMethod.Patch, path) { Content = JsonContent.Create(body) }, null, stop);

    public Task<JsonNode> Get(string path, CancellationToken stop) =>
        Send(new HttpRequestMessage(HttpMethod.Get, path), null, stop);

    public Task<JsonNode> Upload(byte[] png, string key, CancellationToken stop)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(png), "file", "demo.png" } };
        return Send(new HttpRequestMessage(HttpMethod.Post, "photos") { Content = form }, key, stop);
    }

    public void Dispose() => _client.Dispose();

    private async Task<JsonNode> Send(HttpRequestMessage request, string? key, CancellationToken stop)
    {
        using (request)
        {
            if (key is not null) request.Headers.Add("Idempotency-Key", $"demo-{key}");
            using var reply = await _client.SendAsync(request, stop);
            var text = await reply.Content.ReadAsStringAsync(stop);
            if (!reply.IsSuccessStatusCode)
                throw new InvalidOperationException($"Demo step {request.Method} {request.RequestUri} answered "
                    + $"{(int)reply.StatusCode}: {text}");
            return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
        }
    }
}
