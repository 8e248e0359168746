using CraftMarket.Kernel.Facts;
using CraftMarket.Media;
using Marten;
using Wolverine;

namespace CraftMarket.Catalogue;

/// <summary>A logo is ready to be shown: the other rooms hear of it, and cards and banner are drawn with it.</summary>
public static class LogoRenderedHandler
{
    public static async Task<OutgoingMessages> Handle(PhotoRendered fact, IQuerySession session, CancellationToken cancellation)
    {
        if (!fact.Usable || await session.LoadAsync<Photo>(fact.PhotoId, cancellation) is not { Owner.Artisan: { } artisan } photo) return [];
        return await session.LoadAsync<Maker>(Maker.StreamOf(artisan), cancellation) is { } maker && maker.Logo == fact.PhotoId
            ? [maker.Shown(photo), new CarryBrand(artisan), new DrawShop(artisan)]
            : [];
    }
}
