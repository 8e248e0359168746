using System.Text.RegularExpressions;

namespace CraftMarket.Web.Storefront;

/// <summary>Whether a look at a good is a buyer's: not a robot's, not a browser's guess at what comes next, not somebody's at
/// work here.</summary>
internal static partial class VisitorFilter
{
    public static bool Count(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || http.User.Identity?.IsAuthenticated == true) return false;
        var headers = http.Request.Headers;
        if ($"{headers["Sec-Purpose"]}{headers["Purpose"]}{headers["X-Moz"]}".Contains("prefetch",
            StringComparison.OrdinalIgnoreCase)) return false;
        var agent = headers.UserAgent.ToString();
        return agent.Length > 0 && !Robots().IsMatch(agent);
    }

    /// <summary>Roughly: those that say what they are. Link previews are not looks either.</summary>
    [GeneratedRegex(
        "bot|crawl|spider|slurp|preview|facebookexternalhit|whatsapp/|telegram|"
        + "curl/|wget/|python|java/|go-http|headless|lighthouse|monitor",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Robots();
}
