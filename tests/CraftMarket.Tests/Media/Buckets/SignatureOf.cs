using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CraftMarket.Tests.Media.Buckets;

/// <summary>Signature Version 4 as Amazon describes it, worked out a second time from what came over the line.</summary>
internal static class SignatureOf
{
    public static bool Fits(HttpRequest request, string accessKey, string secretKey)
    {
        if (Parts(request.Headers.Authorization.ToString()) is not { } given) return false;
        var scope = given["Credential"].Split('/', 2);
        if (scope[0] != accessKey) return false;
        var (day, region, kind) = (scope[1].Split('/')[0], scope[1].Split('/')[1], scope[1].Split('/')[2]);
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?');
        var headers =
            string.Concat(given["SignedHeaders"].Split(';').Select(x => $"{x}:{request.Headers[x].ToString().Trim()}\n"));
        var canonical = string.Join('\n', request.Method, target[0], Query(target.Length > 1 ? target[1] : ""), headers,
            given["SignedHeaders"], request.Headers["x-amz-content-sha256"]);
        var toSign = $"AWS4-HMAC-SHA256\n{request.Headers["x-amz-date"]}\n{scope[1]}\n"
            + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        var key = new[] { day, region, kind, "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes($"AWS4{secretKey}"), Sign);
        return Convert.ToHexStringLower(Sign(key, toSign)) == given["Signature"];
    }

    private static Dictionary<string, string>? Parts(string header) =>
        header.StartsWith("AWS4-HMAC-SHA256 ", StringComparison.Ordinal)
        ? header["AWS4-HMAC-SHA256 ".Length..].Split(',', StringSplitOptions.TrimEntries).Select(x => x.Split('=', 2))
            .ToDictionary(x => x[0], x => x[1])
        : null;

    private static string Query(string query) => string.Join('&', query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(x => x.Contains('=', StringComparison.Ordinal) ? x : $"{x}=").Order(StringComparer.Ordinal));

    private static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
