using CraftMarket.Media;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>A village as visitors see it: the region, what the office wrote of it, and the makers who have something in the
/// window.</summary>
/// <param name="Village">Null for a village that the office has not opened but whose goods are sold.</param>
/// <param name="Mark">The village's mark; null without <paramref name="Village"/>.</param>
/// <param name="Stages">The stages reached, earliest first.</param>
/// <param name="Groups">Groups of makers of the village under whose brand something is in the window.</param>
public sealed record VillagePage(Region Region, string Slug, Village? Village, VillageMark? Mark,
    IReadOnlyList<VillageView> Gallery,
    IReadOnlyList<NamedStage> Stages, VillageContact? Contact, IReadOnlyList<VillageMaker> Makers,
    IReadOnlyList<VillageGroup> Groups)
{
    public string Name => Village?.Name ?? Region.Name;
}

/// <summary>A photo of the village in the sizes there are, smallest first.</summary>
public sealed record VillageView(Wording Description, IReadOnlyList<Rendition> Renditions);

/// <summary>A stage by its name, and when it was reached.</summary>
public sealed record NamedStage(RolloutStage Stage, DateOnly On);

/// <summary>A maker of the village.</summary>
/// <param name="Products">Products in the window.</param>
/// <param name="Marked">Whether the maker may use the village mark now.</param>
public sealed record VillageMaker(Brand Brand, int Products, bool Marked);

/// <summary>A group of makers of the village.</summary>
/// <param name="Products">Products in the window under its brand that are made in the village.</param>
/// <param name="Logo">In the sizes there are, smallest first; empty without one.</param>
public sealed record VillageGroup(MakerGroup Group, int Products, IReadOnlyList<Rendition> Logo);

/// <summary>Reads villages by the name in their address.</summary>
public static class Villages
{
    public static async Task<VillagePage?> VillageBySlug(this IQuerySession session, string slug, CancellationToken cancellation)
    {
        // A village that left the official list still has makers, goods and links that lead to it.
        var known = Regions.VillageBySlug(slug);
        var village = (await session.QueryAsync<Village>("where data ->> 'Slug' = ?", cancellation, slug)).SingleOrDefault();
        if (village is null && known is not null)
            village = await session.LoadAsync<Village>(VillageId.Of(known.Code), cancellation);
        var region = village is null ? known : Regions.Find(village.Code) ?? new(village.Code, village.Name, null);
        return region is null ? null : await session.PageOf(region, village, cancellation);
    }

    /// <summary>A village by its code or by the name in its address; null when nobody knows it.</summary>
    public static async Task<Region?> VillageNamed(this IQuerySession session, string codeOrSlug, CancellationToken cancellation)
    {
        if (RegionCode.TryParse(codeOrSlug, out var code)) return Regions.Find(code) is { Code.IsVillage: true } known ? known
            : null;
        return Regions.Villages.FirstOrDefault(x => x.Slug == codeOrSlug)
            ?? ((await session.QueryAsync<Village>("where data ->> 'Slug' = ?", cancellation, codeOrSlug))
                .SingleOrDefault() is { } open ? Regions.Find(open.Code) : null);
    }

    private static async Task<VillagePage> PageOf(this IQuerySession session, Region region, Village? village,
        CancellationToken cancellation)
    {
        var goods = await session.GoodsOf(region.Code, cancellation);
        var (makers, groups) = (await session.MakersOf(goods, region.Code, cancellation),
            await session.GroupsOf(goods, region.Code, cancellation));
        if (village is null) return new(region, region.Slug, null, null, [], [], null, makers, groups);
        var photos = await session.PhotosBy(village.Gallery.Select(x => x.PhotoId), cancellation);
        var gallery = new List<VillageView>();
        foreach (var view in village.Gallery)
            if (photos.GetValueOrDefault(view.PhotoId) is { Status: PhotoStatus.Ready } photo)
                gallery.Add(new(view.Description, photo.Renditions));
        var names = (await session.Query<RolloutStage>().ToListAsync(cancellation)).ToDictionary(x => x.Id);
        return new(region, village.Slug, village, await session.MarkOf(village, cancellation), gallery,
            [.. village.Stages.Where(x => names.ContainsKey(x.Stage)).Select(x => new NamedStage(names[x.Stage], x.On))],
            await session.LoadAsync<VillageContact>(village.Code.Value, cancellation), makers, groups);
    }

    private static Task<IReadOnlyList<ProductCard>> GoodsOf(this IQuerySession session, RegionCode village,
        CancellationToken cancellation) => session.QueryAsync<ProductCard>(
        "where data -> 'village' ->> 'code' = ? and data ->> 'status' = ? order by data ->> 'listedAt' desc limit 1000",
        cancellation, village.Value, ProductCard.OnSale);

    /// <summary>All at once, however many there are. A group of another village, whose member makes this here, is not of the
    /// village.</summary>
    private static async Task<IReadOnlyList<VillageGroup>> GroupsOf(this IQuerySession session, IReadOnlyList<ProductCard> cards,
        RegionCode village, CancellationToken cancellation)
    {
        var goods = cards.Where(x => x.Group is not null).CountBy(x => x.Group!.Id).ToDictionary();
        if (goods.Count == 0) return [];
        var groups = await session.QueryAsync<MakerGroup>("where id = any(?)", cancellation, goods.Keys.ToArray());
        var logos = await session.QueryAsync<Photo>("where id = any(?)", cancellation, groups.Select(x => x.Brand.Logo)
            .OfType<PhotoId>().Select(x => x.Value).ToArray());
        return [.. groups.Where(x => x.Village == village)
            .Select(x => new VillageGroup(x, goods[x.Id.Value], logos.FirstOrDefault(y => y.Id == x.Brand.Logo)?.Renditions
                ?? []))
            .OrderBy(x => x.Group.Name, StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<VillageMaker>> MakersOf(this IQuerySession session, IReadOnlyList<ProductCard> cards,
        RegionCode village, CancellationToken cancellation)
    {
        var marks = await session.MarksOf(cards.Select(x => new ArtisanId(x.Artisan.Id)), cancellation);
        var goods = cards.CountBy(x => new ArtisanId(x.Artisan.Id)).ToDictionary();
        var brands = await session.BrandsOf(goods.Keys, cancellation);
        return [.. brands.Select(x =>
            new VillageMaker(x, goods[x.ArtisanId], marks.TryGetValue(x.ArtisanId, out var mark) && mark.Village == village))
            .OrderBy(x => x.Brand.Name, StringComparer.Ordinal)];
    }
}
