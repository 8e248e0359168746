using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace CraftMarket.Tests.Media;

/// <summary>A sender of photos in pieces, as the tus protocol has it.</summary>
internal static class TusSteps
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<HttpResponseMessage> Begin(this HttpClient artisan, long? length, string? key = null,
        string version = "1.0.0", string at = "/api/v1/uploads")
    {
        using var request = Request(HttpMethod.Post, at, version);
        if (length is not null) request.Headers.Add("Upload-Length", length.Value.ToString(CultureInfo.InvariantCulture));
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await artisan.SendAsync(request, Cancellation);
    }

    /// <summary>Begins an upload and gives its address.</summary>
    public static async Task<string> Begun(this HttpClient artisan, long length, string? key = null)
    {
        using var reply = await artisan.Begin(length, key);
        Assert.Equal(HttpStatusCode.Created, reply.StatusCode);
        Assert.True(reply.Headers.Contains("Upload-Expires"));
        return reply.Headers.Location!.ToString();
    }

    public static async Task<HttpResponseMessage> Head(this HttpClient artisan, string upload)
    {
        using var request = Request(HttpMethod.Head, upload);
        return await artisan.SendAsync(request, Cancellation);
    }

    public static async Task<long> Offset(this HttpClient artisan, string upload)
    {
        using var reply = await artisan.Head(upload);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return Number(reply, "Upload-Offset");
    }

    public static async Task<HttpResponseMessage> Append(this HttpClient artisan, string upload, long offset, byte[] piece,
        string type = "application/offset+octet-stream")
    {
        using var request = Request(HttpMethod.Patch, upload);
        request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
        request.Content = new ByteArrayContent(piece) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return await artisan.SendAsync(request, Cancellation);
    }

    public static async Task<HttpResponseMessage> Drop(this HttpClient artisan, string upload)
    {
        using var request = Request(HttpMethod.Delete, upload);
        return await artisan.SendAsync(request, Cancellation);
    }

    public static Task<JsonElement> Status(this HttpClient artisan, string upload) =>
        artisan.GetFromJsonAsync<JsonElement>(upload, Cancellation);

    public static async Task<(int Status, string? Code)> Refused(this Task<HttpResponseMessage> asked)
    {
        using var reply = await asked;
        return ((int)reply.StatusCode, (await reply.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code")
            .GetString());
    }

    public static long Number(HttpResponseMessage reply, string header) =>
        long.Parse(reply.Headers.GetValues(header).Single(), CultureInfo.InvariantCulture);

    /// <summary>Promises a piece over a line of its own and hangs up in the middle of it.</summary>
    public static async Task SendOverACutLine(this HttpClient artisan, string upload, long offset, byte[] piece, int promised,
        Func<bool> arrived)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(artisan.BaseAddress!.Host, artisan.BaseAddress.Port, Cancellation);
        var stream = line.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"PATCH {upload} HTTP/1.1\r\nHost: {artisan.BaseAddress.Authority}\r\nTus-Resumable: "
            + $"1.0.0\r\n"
            + $"Authorization: {artisan.DefaultRequestHeaders.Authorization}\r\nContent-Type: application/offset+octet-stream\r\n"
            + $"Upload-Offset: {offset}\r\nContent-Length: {promised}\r\n\r\n"), Cancellation);
        await stream.WriteAsync(piece, Cancellation);
        await Patience.Until(arrived);
        line.LingerState = new(true, 0);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string version = "1.0.0") =>
        new(method, path) { Headers = { { "Tus-Resumable", version } } };
}
