using System.Globalization;
using CraftMarket.Web.Composition;
using Microsoft.AspNetCore.WebUtilities;

namespace CraftMarket.Web.Outside;

/// <summary>What a page tells search engines and messengers of itself. A page that tells nothing is not for them.</summary>
/// <param name="Path">Its one address here, in Indonesian, with nothing in the query but what makes it this page.</param>
/// <param name="Title">As a shared link shows it.</param>
/// <param name="Description">A sentence or two.</param>
public sealed record Found(string Path, string Title, string Description)
{
    private const int MostLetters = 300;

    /// <summary>Shown beside a shared link; null for the market's own (<see cref="MarketCard"/>).</summary>
    public FoundPicture? Picture { get; init; }

    /// <summary>Open Graph's type of thing.</summary>
    public string Kind { get; init; } = "website";

    /// <summary>False for what a search engine should follow but not list, such as the answers to somebody's own words.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>The price of the thing in whole rupiah, where it has one.</summary>
    public long? Price { get; init; }

    /// <summary>Descriptions of the page's things in the words of schema.org.</summary>
    public IReadOnlyList<object> Data { get; init; } = [];

    /// <summary>The description in one line that fits.</summary>
    public string Summary
    {
        get
        {
            var line = string.Join(' ', Description.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return line.Length <= MostLetters ? line : Markup.Within(line, MostLetters - 1).TrimEnd() + "…";
        }
    }

    /// <summary>The page's address in a language; Indonesian is the plain one.</summary>
    public static string In(string path, string language) => language == "en"
        ? QueryHelpers.AddQueryString(path, Language.Key, "en") : path;

    /// <summary>An address with these parameters in this order, leaving out the empty ones: two ways to ask for one page make one
    /// address.</summary>
    public static string Query(string path, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        foreach (var (name, value) in parameters)
            if (Convert.ToString(value, CultureInfo.InvariantCulture) is { } text && !string.IsNullOrWhiteSpace(text))
                path = QueryHelpers.AddQueryString(path, name, text.Trim());
        return path;
    }
}

/// <summary>A picture beside a shared link.</summary>
/// <param name="Url">Of ours, or whole.</param>
/// <param name="Alt">What is to be seen on it.</param>
public sealed record FoundPicture(string Url, int Width, int Height, string Alt)
{
    /// <summary>A share card, which is always of this size.</summary>
    public static FoundPicture Card(string url, string alt) => new(url, 1200, 630, alt);
}
