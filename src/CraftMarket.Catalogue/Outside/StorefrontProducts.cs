using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;

namespace CraftMarket.Catalogue;

/// <summary>A product on sale with all that a list for others tells of it.</summary>
/// <param name="ChangedAt">When what is said or shown of it last changed; sales do not count.</param>
public sealed record StorefrontProduct(ProductCard Card, ProductPage Page, DateTimeOffset ChangedAt);

/// <summary>How much is in the storefront and when it last changed: while this is the same, so are all lists of it.</summary>
public sealed record StorefrontStamp(long Goods, DateTimeOffset ChangedAt);

/// <summary>A village or a maker with something in the storefront.</summary>
/// <param name="Key">Its name in its address.</param>
public sealed record StorefrontPlace(string Key, DateTimeOffset ChangedAt);

/// <summary>All that is on sale, for search engines, feeds and price lists; read row by row, however much it is.</summary>
public sealed class StorefrontProducts(NpgsqlDataSource database)
{
    private const string From = CardNow.From, OnSale = $"where c.status = '{ProductCard.OnSale}'";

    public async Task<StorefrontStamp> StampAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"""
            select (select count(*) from {ProductCard.Table} where status = 'published'),
                greatest((select max(mt_last_modified) from {ProductCard.Table}),
                    (select max(mt_last_modified) from {ProductPage.Table}),
                    (select max(mt_last_modified) from {ArticleSupply.Table}),
                    (select max(mt_last_modified) from {Village.Table}))
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new(reader.GetInt64(0), reader.IsDBNull(1) ? DateTimeOffset.UnixEpoch : reader.GetFieldValue<DateTimeOffset>(1));
    }

    /// <summary>Newest first.</summary>
    /// <param name="skip">Goods to leave out at the start.</param>
    /// <param name="most">Goods at most.</param>
    public async IAsyncEnumerable<StorefrontProduct> ListAsync(int skip, int most,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"select {ShownCard.Columns}, p.data::text, p.mt_last_modified {From} {OnSale} order by c.data ->> 'listedAt' desc, "
            + "c.id desc limit $1 offset $2");
        command.Parameters.Add(new() { Value = most });
        command.Parameters.Add(new() { Value = skip });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return new(ShownCard.Read(reader).Card,
                JsonSerializer.Deserialize<ProductPage>(reader.GetString(ShownCard.ColumnCount))!,
                reader.GetFieldValue<DateTimeOffset>(ShownCard.ColumnCount + 1));
    }

    /// <summary>Villages that are open, with goods or without, and those that only sell.</summary>
    public async Task<IReadOnlyList<StorefrontPlace>> VillagesAsync(CancellationToken cancellation)
    {
        // One that is not open has no address of its own yet, but that of its name.
        var places = await ReadAsync($"""
            select coalesce(v.data ->> 'Slug', g.code), greatest(v.mt_last_modified, g.at) from {Village.Table} as v full join
                (select c.data -> 'village' ->> 'code' as code, max(p.mt_last_modified) as at {From} {OnSale} group by 1) as g
                on g.code = v.data ->> 'Code' where coalesce(v.data ->> 'Slug', g.code) is not null
            """, cancellation);
        return [.. places.Select(x => RegionCode.TryParse(x.Key, out var code) ? x with { Key = CardVillage.Of(code).Slug } : x)
            .OrderBy(x => x.Key, StringComparer.Ordinal)];
    }

    public Task<IReadOnlyList<StorefrontPlace>> MakersAsync(CancellationToken cancellation) => PlacesAsync("m.data ->> 'Slug'",
        $"join {Maker.Table} as m on m.data ->> 'ArtisanId' = c.data -> 'artisan' ->> 'id'", cancellation);

    public Task<IReadOnlyList<StorefrontPlace>> GroupsAsync(CancellationToken cancellation) =>
        PlacesAsync("c.data -> 'group' ->> 'slug'", "", cancellation);

    public Task<IReadOnlyList<StorefrontPlace>> CategoriesAsync(CancellationToken cancellation) =>
        PlacesAsync("c.data ->> 'category'", "", cancellation);

    private Task<IReadOnlyList<StorefrontPlace>> PlacesAsync(string key, string with, CancellationToken cancellation) =>
        ReadAsync($"select {key}, max(p.mt_last_modified) {From} {with} {OnSale} and {key} is not null group by 1 order by 1",
            cancellation);

    private async Task<IReadOnlyList<StorefrontPlace>> ReadAsync(string sql, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var places = new List<StorefrontPlace>();
        while (await reader.ReadAsync(cancellation))
            places.Add(new(reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1)));
        return places;
    }
}
