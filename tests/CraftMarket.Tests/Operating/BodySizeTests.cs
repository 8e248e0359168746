using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace CraftMarket.Tests.Operating;

/// <summary>Strangers cannot make us read what no route needs.</summary>
public sealed class BodySizeTests(RunningMarket market)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/orders")]
    [InlineData("/api/v1/sign-in")]
    [InlineData("/webhooks/stripe")]
    public async Task a_stranger_could_send_thirty_megabytes(string path)
    {
        using var reply = await Send(market.Visitor(), path, Text(1024 * 1024 + 1));
        Assert.Equal(413, (int)reply.StatusCode);
        Assert.Equal("too_large", (await reply.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("/api/v1/participants/import")]
    [InlineData("/api/v1/regions/import")]
    public async Task a_list_may_still_be_larger(string path)
    {
        using var list = new MultipartFormDataContent { { Text(2 * 1024 * 1024), "file", "daftar.csv" } };
        using var reply = await Send(market.As("staff"), path, list);
        Assert.Equal(422, (int)reply.StatusCode);
    }

    private static StringContent Text(int bytes) =>
        new(new string(' ', bytes), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    /// <summary>Waits for the word to go on before it sends, so that a refusal is heard and not cut off.</summary>
    private static async Task<HttpResponseMessage> Send(HttpClient sender, string path, HttpContent body)
    {
        using var _ = sender;
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        request.Headers.ExpectContinue = true;
        return await sender.SendAsync(request, Stop);
    }
}
