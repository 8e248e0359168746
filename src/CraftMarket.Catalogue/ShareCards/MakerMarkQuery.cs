using CraftMarket.Media;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>Fetches what stands for a maker on pictures and labels, the village mark only while the maker may use it.</summary>
internal static class MakerMarkQuery
{
    public static async Task<MakerMark> MarkOfMaker(this IQuerySession session, ArtisanId artisan, CancellationToken cancellation)
    {
        var maker = await session.LoadAsync<Maker>(Maker.StreamOf(artisan), cancellation);
        if (maker is null) return new(Maker.Unnamed, null, null, null, null, "", null);
        var logo = maker.Logo is { } id ? await session.LoadAsync<Photo>(id, cancellation) : null;
        var home = maker.Village is { } place ? await session.LoadAsync<Village>(VillageId.Of(place), cancellation) : null;
        var mark = await session.MarkOf(artisan, cancellation);
        return new(maker.ShownName, maker.Tagline, maker.Colour ?? home?.Mark.Colour, maker.Accent, logo is { Status: PhotoStatus.Ready } ? logo.Content : null,
            maker.Village is { } village ? Regions.NameOf(village) : "", mark is null ? null : new(mark.Name, mark.Colour, mark.LogoContent));
    }
}
