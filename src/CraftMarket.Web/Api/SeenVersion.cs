namespace CraftMarket.Web.Api;

/// <summary>The version that a writer had before them, as <c>If-Match</c> tells it. ETags begin with it; what follows after a
/// dash is what else was to be seen.</summary>
internal static class SeenVersion
{
    /// <summary>Whether the writer tells more than the version, and it is not what is to be seen now.</summary>
    public static bool Differs(HttpContext http, string now, string alsoNow)
    {
        var tag = TagOf(http);
        return tag.Contains('-') && tag != now && tag != alsoNow;
    }

    /// <summary>False when the header is there but names no version; no header or <c>*</c> names none and is fine.</summary>
    public static bool TryRead(HttpContext http, out int? version)
    {
        version = null;
        var tag = TagOf(http);
        if (tag is "" or "*") return true;
        if (!int.TryParse(tag.Trim('"').Split('-')[0], out var read)) return false;
        version = read;
        return true;
    }

    /// <summary>As it was given; that a proxy weakened it says nothing of what was seen.</summary>
    private static string TagOf(HttpContext http)
    {
        var tag = http.Request.Headers.IfMatch.ToString().Trim();
        return tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
    }
}
