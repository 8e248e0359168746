using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace CraftMarket.Web.Composition;

/// <summary>Indonesian first; English by the address (<c>?bahasa=en</c>, so that it can be found and linked), by the switch on
/// pages (a cookie) or, for programs, by Accept-Language.</summary>
public static class Language
{
    public const string Cookie = "lang";

    /// <summary>The parameter of an address that says its language.</summary>
    public const string Key = "bahasa";

    private const string AskedFor = "asked for";

    /// <summary><c>id</c> or <c>en</c>.</summary>
    public static string Of(HttpContext http)
    {
        // Kept for the page of an error, which is made under another address.
        if (http.Items[Key] is string known) return known;
        var language = InAddress(http.Request) ?? ByCookie(http.Request) ?? ByHeader(http.Request);
        http.Items[Key] = language;
        return language;
    }

    /// <summary>Keeps in mind what was asked for, for the page of an error, which is made under another address.</summary>
    internal static void Remember(HttpContext http)
    {
        Of(http);
        http.Items[AskedFor] = http.Request.Path + http.Request.QueryString;
    }

    /// <summary>Path and query that the reader asked for, on the page of an error too.</summary>
    internal static string AddressOf(HttpContext http) => http.Items[AskedFor] as string ?? http.Request.Path
        + http.Request.QueryString;

    /// <summary>The language that the address asks for; null when it asks for none.</summary>
    public static string? InAddress(HttpRequest request) =>
        (string?)request.Query[Key] switch { "en" => "en", "id" => "id", _ => null };

    public static void Keep(HttpResponse response, HttpRequest request, string language) =>
        response.Cookies.Append(HouseCookies.NameOf(Cookie, request), language,
            HouseCookies.Kept(request, TimeSpan.FromDays(365)));

    /// <summary>What the switch on pages was set to; null while nobody touched it.</summary>
    internal static string? Chosen(HttpRequest request) => request.Cookies[HouseCookies.NameOf(Cookie, request)];

    /// <summary>The same address saying nothing of a language.</summary>
    public static string Without(string address)
    {
        var at = address.IndexOf('?', StringComparison.Ordinal);
        if (at < 0) return address;
        var rest = QueryHelpers.ParseQuery(address[at..]);
        return rest.Remove(Key) ? QueryHelpers.AddQueryString(address[..at], rest) : address;
    }

    private static string? ByCookie(HttpRequest request) =>
        Chosen(request) is { } chosen ? chosen == "en" ? "en" : "id" : null;

    private static string ByHeader(HttpRequest request)
    {
        // A browser set to English still meets Indonesian pages first; a program says what it wants.
        if (!request.Path.StartsWithSegments("/api")) return "id";
        var first = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(x => x.Quality ?? 1).FirstOrDefault();
        return first?.Value.Value?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en" : "id";
    }
}

/// <summary>Who followed a link to an English page goes on in English.</summary>
internal sealed class KeepsLanguage : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (Language.InAddress(request) is { } asked && Language.Chosen(request) != asked
            && (asked == "en" || Language.Chosen(request) is not null))
            Language.Keep(context.HttpContext.Response, request, asked);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
