using CraftMarket.Web.Composition;
using CraftMarket.Web.Listing;
using Microsoft.AspNetCore.WebUtilities;

namespace CraftMarket.Web.Storefront;

/// <summary>What a visitor likes, kept in a cookie on the visitor's own device: no account, no script, nothing stored
/// here.</summary>
/// <param name="Products">The latest first.</param>
public sealed record Favourites(IReadOnlyList<ProductId> Products)
{
    /// <summary>Products at most; the cookie travels with every request.</summary>
    public const int Most = 50;

    /// <summary>The form of the page that every heart belongs to.</summary>
    public const string Form = "hati";

    private const string Cookie = "favorit";
    private const string Shown = "hearts are shown";
    private const int IdBytes = 16;

    public bool IsFull => Products.Count >= Most;

    public bool Has(Guid product) => Products.Contains(new(product));

    public Favourites With(ProductId product) => Products.Contains(product) || IsFull ? this : new([product, .. Products]);

    public Favourites Without(ProductId product) => new([.. Products.Where(x => x != product)]);

    /// <summary>What came with the request; what cannot be read is left out.</summary>
    public static Favourites Read(HttpContext http)
    {
        if (http.Items[Cookie] is Favourites seen) return seen;
        var favourites = new Favourites([.. Ids(http.Request.Cookies[Named(http)] ?? "").Distinct().Take(Most)]);
        http.Items[Cookie] = favourites;
        return favourites;
    }

    public void Write(HttpContext http)
    {
        http.Items[Cookie] = this;
        if (Products.Count == 0) http.Response.Cookies.Delete(Named(http), HouseCookies.Kept(http.Request, TimeSpan.Zero));
        else http.Response.Cookies.Append(Named(http),
            string.Join('.', Products.Select(x => WebEncoders.Base64UrlEncode(x.Value.ToByteArray(true)))),
            HouseCookies.Kept(http.Request, TimeSpan.FromDays(365)));
    }

    /// <summary>The page shows hearts, so it needs their form.</summary>
    public static void Show(HttpContext http) => http.Items[Shown] = true;

    public static bool AreShown(HttpContext http) => http.Items.ContainsKey(Shown);

    private static IEnumerable<ProductId> Ids(string text)
    {
        foreach (var word in text.Split('.', StringSplitOptions.RemoveEmptyEntries).Take(Most))
            if (Bytes(word) is { Length: IdBytes } id) yield return new(new Guid(id, true));
    }

    private static byte[]? Bytes(string word)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(word);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Named(HttpContext http) => HouseCookies.NameOf(Cookie, http.Request);
}
