namespace CraftMarket.Web.Outside;

/// <summary>The address under which the world knows the market: every link that leaves the house begins with it.</summary>
/// <remarks><c>Site__Address</c> states it. Without it, the one name in <c>AllowedHosts</c>; without that either, whatever name
/// the visitor asked for, which is fit for trying things out and for nothing that others keep.</remarks>
public sealed class PublicAddress
{
    private readonly string? _stated;

    public PublicAddress(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _stated = Stated(configuration["Site:Address"]) ?? OnlyHost(configuration["AllowedHosts"]);
    }

    /// <summary>Whether the market is known by an address over HTTPS; false while nothing says so.</summary>
    public bool IsHttps => _stated?.StartsWith("https://", StringComparison.Ordinal) == true;

    /// <summary>Without a slash at the end: <c>https://pasar.example.org</c>.</summary>
    public string Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _stated ?? $"{request.Scheme}://{request.Host}";
    }

    /// <summary>The whole address of a path of ours; an address that is whole already stays.</summary>
    public string Of(HttpRequest request, string path) => path.StartsWith('/') ? Of(request) + path : path;

    private static string? Stated(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw new InvalidOperationException($"Site__Address must be like https://pasar.example.org, without a path; it "
                + $"is '{text}'.");
    }

    private static string? OnlyHost(string? allowed) =>
        allowed is { Length: > 0 } && allowed.IndexOfAny(['*', ';', ',']) < 0 && Uri.CheckHostName(allowed) == UriHostNameType.Dns
            && allowed != "localhost"
            ? $"https://{allowed}"
            : null;
}
