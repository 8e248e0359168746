namespace CraftMarket.Web.Idempotency;

/// <summary>Ids for what a request creates: new ones, or always the same ones for the same <c>Idempotency-Key</c>.</summary>
/// <remarks>So a repeat finds what the first try made even where the first answer was lost with the process.</remarks>
internal static class RequestIds
{
    private static readonly object Made = new();

    public static T NewId<T>(this HttpContext http) where T : struct, IId<T> => RequestKey.Of(http) is { } key
        ? T.From(CraftMarket.Kernel.NewId.For(typeof(T).Name, key.Name, Next(http, typeof(T)).ToString("D")))
        : CraftMarket.Kernel.NewId.At<T>(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    /// <summary>The first, second … id of its kind in this request.</summary>
    private static int Next(HttpContext http, Type kind)
    {
        if (http.Items[Made] is not Dictionary<Type, int> made) http.Items[Made] = made = [];
        return made[kind] = made.GetValueOrDefault(kind) + 1;
    }
}
