using System.Text.Json.Serialization;
using CraftMarket.Media;
using Marten;
using Wolverine;

namespace CraftMarket.Catalogue;

/// <summary>Draws the banner and the cards of a maker's shop anew: after a change of its brand, its village's mark or its
/// goods. Nothing is locked while they are painted.</summary>
public sealed record DrawShop(ArtisanId ArtisanId);

/// <summary>The pictures of a maker's shop as they were drawn last.</summary>
/// <param name="Id">The maker's stream, or the group.</param>
/// <param name="Banner">1600 × 500.</param>
/// <param name="Card">1200 × 630, beside a shared link.</param>
/// <param name="Square">1080 × 1080, to be sent as a picture.</param>
/// <param name="Shows">What was drawn; the same is not drawn twice. Null on pictures from before it was kept.</param>
/// <param name="Mark">Code of the village whose mark they show; empty for none; null on pictures from before it was kept.</param>
/// <param name="Earlier">Addresses of those drawn before, so that they can be found when the maker is erased or the group
/// ends.</param>
public sealed record ShopPictures(Guid Id, string Banner, string Card, string Square, string? Shows = null, string? Mark = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Earlier = null)
{
    /// <summary>Of all that were ever drawn.</summary>
    internal IReadOnlyList<string> Addresses => [.. new[] { Banner, Card, Square }.Union(Earlier ?? [])];
}

public static class DrawShopHandler
{
    public static async Task<PaintedShop> LoadAsync(DrawShop command, IQuerySession session, ShopPainter painter,
        CancellationToken cancellation) =>
        await ShopOf(session, await session.LoadAsync<Maker>(Maker.StreamOf(command.ArtisanId), cancellation), cancellation)
            is { } shop ? await shop.PaintedAsync(session, painter, cancellation) : PaintedShop.Nothing;

    public static OutgoingMessages Handle(DrawShop command, PaintedShop painted) => painted.ToKeep;

    internal static async Task<ShopToDraw?> ShopOf(IQuerySession session, Maker? maker, CancellationToken cancellation) =>
        maker is { Name: not null, Closed: false, Paused: false }
            ? await ShopToDraw.Of(session, maker.Id, await session.LookOf(maker.ArtisanId, cancellation), "artisan",
                maker.ArtisanId.Value, cancellation)
            : null;
}
