using System.Text.Json.Serialization;
using CraftMarket.Media;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Draws the banner and the cards of a maker's shop anew: after a change of its brand, its village's mark or its
/// goods.</summary>
public sealed record DrawShop(ArtisanId ArtisanId);

/// <summary>The pictures of a maker's shop as they were drawn last.</summary>
/// <param name="Id">The maker's stream.</param>
/// <param name="Banner">1600 × 500.</param>
/// <param name="Card">1200 × 630, beside a shared link.</param>
/// <param name="Square">1080 × 1080, to be sent as a picture.</param>
/// <param name="Shows">What was drawn; the same is not drawn twice. Null on pictures from before it was kept.</param>
/// <param name="Mark">Code of the village whose mark they show; empty for none; null on pictures from before it was kept.</param>
/// <param name="Earlier">Addresses of those drawn before, so that they can be found when the maker is erased.</param>
public sealed record ShopPictures(Guid Id, string Banner, string Card, string Square, string? Shows = null, string? Mark = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Earlier = null);

/// <summary>Pictures just drawn, and what they show.</summary>
/// <param name="Last">The pictures before them.</param>
public sealed record DrawnShop(ShopSigns Signs, string Shows, string Mark, ShopPictures? Last = null);

public static class DrawShopHandler
{
    public static async Task<DrawnShop?> LoadAsync(DrawShop command, IDocumentSession session, ShopPainter painter,
        CancellationToken cancellation)
    {
        // Locked before anything is looked up: whoever draws last has seen the newest brand and mark, and what is kept is the
        // last.
        var stream = await session.Events.FetchForExclusiveWriting<Maker>(Maker.StreamOf(command.ArtisanId), cancellation);
        if (stream.Aggregate is not { Name: not null, Closed: false, Paused: false }) return null;
        var look = await session.LookOf(command.ArtisanId, cancellation);
        return await session.DrawnAs(Maker.StreamOf(command.ArtisanId), look, "artisan", command.ArtisanId.Value, painter,
            cancellation);
    }

    public static IMartenOp Handle(DrawShop command, DrawnShop? drawn) => drawn.Kept(Maker.StreamOf(command.ArtisanId));
}
