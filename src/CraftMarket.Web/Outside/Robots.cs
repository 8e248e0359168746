using CraftMarket.Catalogue;

namespace CraftMarket.Web.Outside;

/// <summary>Where search engines need not go: workrooms, carts, orders and the interface for programs.</summary>
internal static class Robots
{
    private static readonly string[] Closed =
    [
        "/api/", "/keranjang", "/favorit", "/kirim-ke", "/checkout", "/pesanan/", "/hubungi/", "/masuk", "/keluar",
        "/bahasa", "/demo", "/undangan/", "/galat/", "/kantor", "/operator",
        "/pendamping", "/stripe-stand-in/", "/perajin$", .. ShopAddress.Reserved.Order(StringComparer.Ordinal)
            .SelectMany(x => new[] { $"/perajin/{x}$", $"/perajin/{x}/" }),
    ];

    public static string Of(string address) =>
        $"User-agent: *\n{string.Concat(Closed.Select(x => $"Disallow: {x}\n"))}\nSitemap: {address}{Feeds.Sitemap}\n";
}
