using CraftMarket.Kernel.Facts;
using CraftMarket.Media;
using Marten;
using Wolverine;

namespace CraftMarket.Catalogue;

/// <summary>Looks whether a brand's logo has become ready between reading and writing the brand, when nobody could know yet that
/// it is one.</summary>
public sealed record LookAtLogo(ArtisanId ArtisanId);

public static class LookAtLogoHandler
{
    public static async Task<OutgoingMessages> Handle(LookAtLogo command, IQuerySession session, CancellationToken cancellation)
    {
        if (await session.LoadAsync<Maker>(Maker.StreamOf(command.ArtisanId), cancellation) is not { Logo: { } logo } maker)
            return [];
        return await session.LoadAsync<Photo>(logo, cancellation) is { Status: PhotoStatus.Ready } photo
            ? [maker.Shown(photo), new CarryBrand(command.ArtisanId), new DrawShop(command.ArtisanId)]
            : [];
    }
}

/// <summary>A logo is ready to be shown: the other rooms hear of it, and cards and banner are drawn with it.</summary>
public static class LogoRenderedHandler
{
    public static async Task<OutgoingMessages> Handle(PhotoRendered fact, IQuerySession session, CancellationToken cancellation)
    {
        if (!fact.Usable
            || await session.LoadAsync<Photo>(fact.PhotoId, cancellation) is not { Owner.Artisan: { } artisan } photo) return [];
        return await session.LoadAsync<Maker>(Maker.StreamOf(artisan), cancellation) is { } maker && maker.Logo == fact.PhotoId
            ? [maker.Shown(photo), new CarryBrand(artisan), new DrawShop(artisan)]
            : [];
    }
}
