using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace CraftMarket.Web.Idempotency;

/// <summary>An answer as it was given, to be given again.</summary>
internal sealed record KeptAnswer(int Status, Dictionary<string, string> Headers, byte[] Body)
{
    /// <summary>A longer answer is not kept; none of ours is near it.</summary>
    public const int MaxBytes = 256 * 1024;

    private static readonly string[] Kept = ["Content-Type", "Location", "ETag", "Tus-Resumable", "Upload-Expires",
        "Upload-Length"];

    /// <summary>Null for what should be tried anew: our own failures, and refusals that pass with time or the right
    /// password.</summary>
    public static KeptAnswer? Of(HttpResponse response, byte[] body) =>
        response.StatusCode is >= 500 or 401 or 408 or 429 || response.Headers.ContainsKey("Retry-After")
            || body.Length > MaxBytes
            ? null
            : new(response.StatusCode, Kept.Where(response.Headers.ContainsKey)
                .ToDictionary(x => x, x => response.Headers[x].ToString()), body);

    public async Task Give(HttpResponse response, CancellationToken cancellation)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers) response.Headers[name] = value;
        response.Headers["Idempotency-Replayed"] = "true";
        response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, cancellation);
    }

    /// <summary>Sealed, because an answer may hold a token or an order's key.</summary>
    public byte[] Seal(IDataProtector protector) => protector.Protect(JsonSerializer.SerializeToUtf8Bytes(this));

    public static KeptAnswer Open(IDataProtector protector, byte[] sealedAnswer) =>
        JsonSerializer.Deserialize<KeptAnswer>(protector.Unprotect(sealedAnswer))!;
}
