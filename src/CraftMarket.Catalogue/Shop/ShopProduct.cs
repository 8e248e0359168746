using Npgsql;

namespace CraftMarket.Catalogue;

/// <summary>A product as its page shows it.</summary>
/// <param name="Json">The whole public product, UTF-8.</param>
/// <param name="Left">What is free, size by size; null when made to order.</param>
/// <param name="Marked">Whether it shows the village mark.</param>
/// <param name="Version">The artisan's version, for <c>If-Match</c>.</param>
public sealed record ShopProductPage(byte[] Json, ArtisanId ArtisanId, bool OnSale, int Version, string? Left, bool Marked);

/// <summary>One product by id or by the name in its address, in one indexed read.</summary>
public sealed class ShopProduct(NpgsqlDataSource database)
{
    private const string Left = """
        coalesce((select string_agg(coalesce(v ->> 'available', ''), '.') from jsonb_array_elements(s.card -> 'variants') as v),
            s.card ->> 'available')
        """;

    // A card for sharing that shows a mark no longer held makes way for the first photo.
    private static readonly string Columns = $$"""
        select convert_to((p.data - '{photoDescriptions,shareMark}'::text[] || (s.card - 'plain') || m.mark
                || case when {{DrawnMark.Sql}} then '{}'::jsonb
                else jsonb_build_object('shareCard', p.data #> '{photos,0,url}', 'shareSquare', p.data #> '{photos,0,url}')
                    end
                || jsonb_build_object('rating', {{Rating.Sql}}, 'provenance',
                coalesce(nullif(p.data -> 'provenance', 'null'), '{"madeBy":null,"place":null,"materials":null,"technique":null}')
                || jsonb_build_object('trainedBy', {{TrainedBy.Sql}})))::text, 'UTF8'), (c.data -> 'artisan' ->> 'id')::uuid,
                    c.data ->> 'status',
            (p.data ->> 'version')::int, {{Left}}, m.mark <> '{}'::jsonb
        from {{ProductCard.Table}} as c join {{ProductPage.Table}} as p on p.id = c.id
            cross join lateral (select {{CardMark.Sql("c.data", "p.data")}} as mark) as m
            cross join lateral (select {{CardSupply.Sql("c.data")}} as card) as s where
        """;

    /// <summary>Null when there is none; whether a draft may be shown is for the caller to say.</summary>
    public async Task<ShopProductPage?> FindAsync(string idOrSlug, CancellationToken cancellation)
    {
        var isId = Guid.TryParse(idOrSlug, out var id);
        await using var command = isId
            ? database.CreateCommand($"{Columns} c.id = $1")
            : database.CreateCommand($"{Columns} c.data ->> 'slug' = $1");
        command.Parameters.Add(new() { Value = isId ? id : idOrSlug });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        return new(reader.GetFieldValue<byte[]>(0), new(reader.GetGuid(1)), reader.GetString(2) == ProductCard.OnSale,
            reader.GetInt32(3), reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetBoolean(5));
    }
}
