using Microsoft.Extensions.Configuration;

namespace CraftMarket.Media;

/// <summary>A bucket of an S3-compatible store: <c>Media__S3__Endpoint</c>, <c>Bucket</c>, <c>Region</c>, <c>AccessKey</c>,
/// <c>SecretKey</c>.</summary>
/// <param name="Endpoint">The store's address, such as <c>https://s3.example.org</c>; the bucket is named in the path.</param>
/// <param name="Region">Goes into the signature; stores without regions take <c>us-east-1</c>.</param>
public sealed record BucketSettings(Uri Endpoint, string Bucket, string Region, string AccessKey, string SecretKey)
{
    private static readonly string[] Needed = ["Endpoint", "Bucket", "AccessKey", "SecretKey"];

    /// <summary>Null when photos lie in a folder. Half of it, or a folder beside it, is a mistake that stops the start.</summary>
    public static BucketSettings? Of(IConfiguration configuration)
    {
        var given = configuration.GetSection("Media:S3").GetChildren().Where(x => !string.IsNullOrWhiteSpace(x.Value))
            .ToDictionary(x => x.Key, x => x.Value!, StringComparer.OrdinalIgnoreCase);
        if (given.Count == 0) return null;
        if (Needed.Where(x => !given.ContainsKey(x)).Select(x => $"Media__S3__{x}").ToList() is { Count: > 0 } missing)
            throw new InvalidOperationException($"Photos are to lie in a bucket, but {string.Join(", ", missing)} "
                + $"{(missing.Count == 1 ? "is" : "are")} not set. Set them, or no Media__S3__… at all.");
        if (!string.IsNullOrWhiteSpace(configuration["Media:Root"]))
            throw new InvalidOperationException("Media__Root and Media__S3__… are both set, but photos lie in one place: keep "
                + "one of the two.");
        if (!Uri.TryCreate(given["Endpoint"], UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
            throw new InvalidOperationException("Media__S3__Endpoint is not an address such as https://s3.example.org.");
        return new(endpoint, given["Bucket"], given.GetValueOrDefault("Region", "us-east-1"), given["AccessKey"],
            given["SecretKey"]);
    }

    /// <summary>Never the keys: they must not reach a log by accident.</summary>
    public override string ToString() => $"{Bucket} at {Endpoint}";
}
