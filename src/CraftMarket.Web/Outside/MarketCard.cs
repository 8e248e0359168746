using CraftMarket.Media;
using CraftMarket.Web.Composition;
using Microsoft.Net.Http.Headers;

namespace CraftMarket.Web.Outside;

/// <summary>The picture beside a shared link to a page that has none of its own; drawn when it is first asked for.</summary>
internal static class MarketCard
{
    public const string Path = "/kartu.jpg";

    private static readonly Lazy<byte[]> Indonesian =
        new(() => MarketCardPainter.Paint("CraftMarket", "Kerajinan Nusa Tenggara Barat, langsung dari perajinnya")),
        English = new(() => MarketCardPainter.Paint("CraftMarket", "Crafts of West Nusa Tenggara, straight from their makers"));

    public static FoundPicture In(string language) =>
        FoundPicture.Card(Found.In(Path, language), language == "en" ? "CraftMarket: crafts of West Nusa Tenggara"
            : "CraftMarket: kerajinan Nusa Tenggara Barat");

    public static void MapMarketCard(this IEndpointRouteBuilder app) =>
        app.MapMethods(Path, ["GET", "HEAD"], (HttpContext http) =>
    {
        var card = (Language.InAddress(http.Request) == "en" ? English : Indonesian).Value;
        http.Response.Headers.CacheControl = "public,max-age=86400";
        return Results.Bytes(card, "image/jpeg",
            entityTag: new EntityTagHeaderValue(
            $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(card))[..24]}\""));
    }).AllowAnonymous().ExcludeFromDescription();
}
