namespace CraftMarket.Web.Composition;

/// <summary>Indonesian first; English by the switch on pages (a cookie) or by Accept-Language.</summary>
public static class Language
{
    public const string Cookie = "lang";

    /// <summary><c>id</c> or <c>en</c>.</summary>
    public static string Of(HttpContext http)
    {
        if (http.Request.Cookies.TryGetValue(Cookie, out var chosen)) return chosen == "en" ? "en" : "id";
        var isApi = http.Request.Path.StartsWithSegments("/api");
        var first = http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(x => x.Quality ?? 1).FirstOrDefault();
        // A browser set to English still meets Indonesian pages first; a program says what it wants.
        return isApi && first?.Value.Value?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en" : "id";
    }
}
