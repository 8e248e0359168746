using CraftMarket.Media;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>What stands for a maker on pictures and labels.</summary>
/// <param name="Plain">Without a village mark.</param>
/// <param name="Home">The maker's village.</param>
/// <param name="Mark">The mark that the maker may use now; null when there is none.</param>
internal sealed record MakerLook(MakerMark Plain, RegionCode? Home, VillageMark? Mark)
{
    /// <summary>The village whose mark a product bears now; null for none.</summary>
    public RegionCode? MarkOn(Product product) => Mark is { } mark && product.MayBear(mark.Village) ? mark.Village : null;

    /// <summary>The village whose mark the shop as a whole bears now; null for none.</summary>
    public RegionCode? MarkOnShop => Mark is { } mark && mark.Village == Home ? mark.Village : null;

    public MakerMark On(Product product) => MarkOn(product) is null ? Plain : Sealed;

    public MakerMark OnShop => MarkOnShop is null ? Plain : Sealed;

    private MakerMark Sealed => Plain with { Seal = new(Mark!.Name, Mark.Colour, Mark.LogoContent) };
}

/// <summary>Fetches what stands for a maker on pictures and labels, the village mark only while the maker may use it.</summary>
internal static class MakerMarkQuery
{
    public static async Task<MakerLook> LookOf(this IQuerySession session, ArtisanId artisan, CancellationToken cancellation)
    {
        var maker = await session.LoadAsync<Maker>(Maker.StreamOf(artisan), cancellation);
        if (maker is null) return new(new(Maker.Unnamed, null, null, null, null, "", null), null, null);
        var logo = maker.Logo is { } id ? await session.LoadAsync<Photo>(id, cancellation) : null;
        var home = maker.Village is { } place ? await session.LoadAsync<Village>(VillageId.Of(place), cancellation) : null;
        return new(new(maker.ShownName, maker.Tagline, maker.Colour ?? home?.Mark.Colour, maker.Accent, logo is { Status: PhotoStatus.Ready } ? logo.Content : null,
            maker.Village is { } village ? Regions.NameOf(village) : "", null), maker.Village, await session.MarkOf(artisan, cancellation));
    }
}
