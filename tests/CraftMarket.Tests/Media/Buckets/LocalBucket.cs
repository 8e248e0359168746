using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Xml.Linq;
using CraftMarket.Media;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CraftMarket.Tests.Media.Buckets;

/// <summary>An S3 store on a loopback port, in path style: puts, gives, lists and drops objects, and takes nothing that is not
/// signed as Amazon's Signature Version 4 has it, content included.</summary>
internal sealed class LocalBucket : IAsyncDisposable
{
    public const string Name = "foto", AccessKey = "AKLOKAL", SecretKey = "rahasia/lokal+1";

    private static readonly XNamespace S3 = "http://s3.amazonaws.com/doc/2006-03-01/";

    private readonly WebApplication _app;

    private LocalBucket(WebApplication app) => _app = app;

    /// <summary>What lies there, with its type and since when.</summary>
    public ConcurrentDictionary<string, (byte[] Bytes, string Type, DateTimeOffset At)> Objects { get; } =
        new(StringComparer.Ordinal);

    /// <summary>Requests so far, such as <c>PUT originals/ab/abcd</c>.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Answers 503 to everything, as a store does that is overloaded.</summary>
    public bool IsDown { get; set; }

    public Uri Address { get; private set; } = null!;

    public BucketSettings Settings => new(Address, Name, "ap-southeast-3", AccessKey, SecretKey);

    public static async Task<LocalBucket> Open()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddLogging(logging => logging.ClearProviders());
        var bucket = new LocalBucket(builder.Build());
        bucket._app.Run(bucket.Answer);
        await bucket._app.StartAsync();
        bucket.Address =
            new(bucket._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return bucket;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        using var sent = new MemoryStream();
        await http.Request.Body.CopyToAsync(sent);
        var name = http.Request.Path.Value!.Replace($"/{Name}", "", StringComparison.Ordinal).TrimStart('/');
        Asked.Enqueue($"{http.Request.Method} {name}");
        if (IsDown) await Refuse(http, 503, "SlowDown");
        else if (!SignatureOf.Fits(http.Request, AccessKey, SecretKey)) await Refuse(http, 403, "SignatureDoesNotMatch");
        else if (http.Request.Headers["x-amz-content-sha256"] != Convert.ToHexStringLower(SHA256.HashData(sent.ToArray())))
            await Refuse(http, 400, "XAmzContentSHA256Mismatch");
        else if (!http.Request.Path.StartsWithSegments($"/{Name}")) await Refuse(http, 404, "NoSuchBucket");
        else if (name.Length == 0) await List(http);
        else await Object(http, name, sent.ToArray());
    }

    private async Task Object(HttpContext http, string name, byte[] sent)
    {
        switch (http.Request.Method)
        {
            case "PUT":
                Objects[name] = (sent, http.Request.ContentType ?? "", DateTimeOffset.UtcNow);
                break;
            case "DELETE":
                Objects.TryRemove(name, out _);
                http.Response.StatusCode = 204;
                break;
            default:
                if (!Objects.TryGetValue(name, out var found))
                {
                    await Refuse(http, 404, "NoSuchKey");
                    return;
                }

                (http.Response.ContentType, http.Response.ContentLength) = (found.Type, found.Bytes.Length);
                if (http.Request.Method == "GET") await http.Response.Body.WriteAsync(found.Bytes);
                break;
        }
    }

    /// <summary>Two at a time, so that whoever asks must be able to turn pages.</summary>
    private async Task List(HttpContext http)
    {
        var (start, after) = (http.Request.Query["prefix"].ToString(), http.Request.Query["continuation-token"].ToString());
        var rest = Objects.Where(x => x.Key.StartsWith(start, StringComparison.Ordinal)
            && string.CompareOrdinal(x.Key, after) > 0)
            .OrderBy(x => x.Key, StringComparer.Ordinal).ToList();
        var page = rest.Take(2).ToList();
        var reply = new XElement(S3 + "ListBucketResult", new XElement(S3 + "Name", Name), new XElement(S3 + "Prefix", start),
            new XElement(S3 + "KeyCount", page.Count),
            new XElement(S3 + "IsTruncated", rest.Count > page.Count ? "true" : "false"),
            rest.Count > page.Count ? new XElement(S3 + "NextContinuationToken", page[^1].Key) : null,
            page.Select(x =>
                new XElement(S3 + "Contents", new XElement(S3 + "Key", x.Key), new XElement(S3 + "Size", x.Value.Bytes.Length),
                new XElement(S3 + "LastModified",
                    x.Value.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)))));
        http.Response.ContentType = "application/xml";
        await http.Response.WriteAsync(reply.ToString());
    }

    private static async Task Refuse(HttpContext http, int status, string code)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (status, "application/xml");
        if (http.Request.Method != "HEAD")
            await http.Response.WriteAsync(new XElement("Error", new XElement("Code", code), new XElement("Message", code))
            .ToString());
    }
}
