using CraftMarket.Media;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>What stands for a maker on pictures and labels.</summary>
/// <param name="Plain">Without a village mark.</param>
/// <param name="Home">The maker's village.</param>
/// <param name="Mark">The mark that the maker may use now; null when there is none.</param>
internal sealed record MakerLook(MakerMark Plain, RegionCode? Home, VillageMark? Mark)
{
    /// <summary>How to look after the goods; printed on their labels.</summary>
    public string? Care { get; init; }

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
    public static async Task<MakerLook> LookOf(this IQuerySession session, ArtisanId artisan, CancellationToken cancellation) =>
        await session.LoadAsync<Maker>(Maker.StreamOf(artisan), cancellation) is { } maker
            ? new(await session.FaceOf(maker.ShownName, maker.Kit, maker.Village, cancellation), maker.Village,
                await session.MarkOf(artisan, cancellation))
            { Care = maker.CareNote }
            : new(new(Maker.Unnamed, null, null, null, null, "", null), null, null);

    /// <summary>Of whom a product shows: its artisan, or the group under whose brand it is sold with the artisan as who made
    /// it.</summary>
    public static async Task<MakerLook> LookOf(this IQuerySession session, Product product, CancellationToken cancellation)
    {
        var own = await session.LookOf(product.ArtisanId, cancellation);
        if (await session.GroupOf(product, cancellation) is not { } group) return own;
        var face = await session.LookOf(group, cancellation);
        return own with { Plain = face.Plain with { MadeBy = own.Plain.Name }, Care = face.Care };
    }

    /// <summary>Of a group, which holds no village mark: that is given to a maker.</summary>
    public static async Task<MakerLook> LookOf(this IQuerySession session, MakerGroup group, CancellationToken cancellation) =>
        new(await session.FaceOf(group.Name, group.Brand, group.Village, cancellation), group.Village,
            null)
        { Care = group.Brand.CareNote };

    private static async Task<MakerMark> FaceOf(this IQuerySession session, string name, BrandKit brand, RegionCode? village,
        CancellationToken cancellation)
    {
        var logo = brand.Logo is { } id && await session.LoadAsync<Photo>(id, cancellation) is { Status: PhotoStatus.Ready } photo
            ? photo : null;
        var home = village is { } place ? await session.LoadAsync<Village>(VillageId.Of(place), cancellation) : null;
        return new(name, brand.Tagline, brand.Colour ?? home?.Mark.Colour, brand.Accent, logo?.Content,
            village is { } known ? Regions.NameOf(known) : "", null)
        {
            LogoAddress = (logo?.Renditions.FirstOrDefault(x => x.Width >= 320) ?? logo?.Renditions[^1])?.Url,
        };
    }
}
