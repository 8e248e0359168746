using CraftMarket.Media;
using Marten;
using Npgsql;

namespace CraftMarket.Catalogue;

/// <summary>A village on the list of villages.</summary>
/// <param name="Stage">Where its roll-out stands; null before its first stage, or when the office has not opened it.</param>
/// <param name="Picture">The first photo of its gallery, smallest first; empty when there is none.</param>
public sealed record VillageCard(RegionCode Code, string Slug, string Name, Wording Tagline, bool Pilot, RolloutStage? Stage,
    MarkDesign? Mark, GalleryPhoto? View, IReadOnlyList<Rendition> Picture, int Makers, int Products)
{
    public string Regency => Regions.NameOf(Code.Regency);
}

/// <summary>Villages that are open or sell something: pilots first, then those furthest in the roll-out.</summary>
public sealed class VillageList(IDocumentStore store, NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<VillageCard>> AllAsync(CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var goods = await Goods(cancellation);
        var stages = (await session.Query<RolloutStage>().ToListAsync(cancellation)).ToDictionary(x => x.Id);
        var open = await session.Query<Village>().ToListAsync(cancellation);
        var photos = await session.PhotosBy(open.Select(x => x.Gallery).Where(x => x.Count > 0).Select(x => x[0].PhotoId),
            cancellation);
        var cards = new List<VillageCard>();
        foreach (var village in open)
        {
            var view = village.Gallery is [var first, ..] ? first : null;
            var photo = view is null ? null : photos.GetValueOrDefault(view.PhotoId);
            var (makers, products) = goods.GetValueOrDefault(village.Code);
            cards.Add(new(village.Code, village.Slug, village.Name, village.Tagline, village.Pilot,
                stages.GetValueOrDefault(village.Stage ?? ""), village.Mark, view, photo?.Renditions ?? [], makers, products));
        }

        foreach (var (code, (makers, products)) in goods.Where(x => open.All(y => y.Code != x.Key)))
            if (Regions.Find(code) is { } region)
                cards.Add(new(code, region.Slug, region.Name, Wording.Nothing, false, null, null, null, [], makers, products));
        return [.. cards.OrderByDescending(x => x.Pilot).ThenByDescending(x => x.Stage?.Place ?? 0)
            .ThenByDescending(x => x.Products > 0).ThenBy(x => x.Name, StringComparer.Ordinal)];
    }

    private async Task<Dictionary<RegionCode, (int Makers, int Products)>> Goods(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"""
            select data #>> '{"{village,code}"}', count(distinct data #>> '{"{artisan,id}"}')::int, count(*)::int
            from {ProductCard.Table} where status = '{ProductCard.OnSale}' group by 1
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var goods = new Dictionary<RegionCode, (int, int)>();
        while (await reader.ReadAsync(cancellation))
            if (RegionCode.TryParse(reader.IsDBNull(0) ? null : reader.GetString(0), out var code))
                goods[code] = (reader.GetInt32(1), reader.GetInt32(2));
        return goods;
    }
}
