namespace CraftMarket.Web.Idempotency;

/// <summary>Ids for what a request creates: new ones, or always the same ones for the same <c>Idempotency-Key</c>.</summary>
/// <remarks>So a repeat finds what the first try made even where the first answer was lost with the process.</remarks>
internal static class RequestIds
{
    private static readonly object Made = new(), Fingerprint = new();

    public static T NewId<T>(this HttpContext http) where T : struct, IId<T> => RequestKey.Of(http) is { } key
        ? T.From(StreamId.For(typeof(T).Name, key.Name, Body(http), Next(http, typeof(T)).ToString("D")))
        : Kernel.NewId.At<T>(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    /// <summary>A secret that the same request always leads to and nobody else can compute; null without a key.</summary>
    public static string? NewSecret(this HttpContext http, string purpose) => RequestKey.Of(http) is { } key
        ? http.RequestServices.GetRequiredService<MasterKey>().KeyedHash(purpose, $"{key.Name}\n{Body(http)}")
        : null;

    /// <summary>Notes what the request says: two buyers who both chose the key «1» must never meet in one order.</summary>
    public static void KnowBody(this HttpContext http, string fingerprint) => http.Items[Fingerprint] = fingerprint;

    private static string Body(HttpContext http) => http.Items[Fingerprint] as string ?? "";

    /// <summary>The first, second … id of its kind in this request.</summary>
    private static int Next(HttpContext http, Type kind)
    {
        if (http.Items[Made] is not Dictionary<Type, int> made) http.Items[Made] = made = [];
        return made[kind] = made.GetValueOrDefault(kind) + 1;
    }
}
