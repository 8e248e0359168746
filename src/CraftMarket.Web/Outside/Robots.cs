using CraftMarket.Catalogue;

namespace CraftMarket.Web.Outside;

/// <summary>What a program that is built around this one keeps search engines from.</summary>
public sealed record ClosedToRobots(string Path);

/// <summary>Where search engines need not go: workrooms, carts, orders and the interface for programs.</summary>
internal static class Robots
{
    private static readonly string[] Closed =
    [
        "/api/", "/keranjang", "/favorit", "/kirim-ke", "/checkout", "/pesanan/", "/hubungi/", "/masuk", "/keluar",
        "/bahasa", "/undangan/", "/galat/", "/kantor", "/operator",
        "/pendamping", "/perajin$", .. ShopAddress.Reserved.Order(StringComparer.Ordinal)
            .SelectMany(x => new[] { $"/perajin/{x}$", $"/perajin/{x}/" }),
    ];

    public static string Of(string address, IEnumerable<ClosedToRobots> more) =>
        $"User-agent: *\n{string.Concat(Closed.Concat(more.Select(x => x.Path)).Select(x => $"Disallow: {x}\n"))}\n"
        + $"Sitemap: {address}{Feeds.Sitemap}\n";
}
