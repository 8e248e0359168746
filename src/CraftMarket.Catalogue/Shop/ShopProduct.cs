using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;

namespace CraftMarket.Catalogue;

/// <summary>A product as its page shows it.</summary>
/// <param name="Json">The whole public product, UTF-8.</param>
/// <param name="Left">What is free, size by size; null when made to order.</param>
/// <param name="Marked">Whether it shows the village mark.</param>
/// <param name="Version">The artisan's version, for <c>If-Match</c>.</param>
public sealed record ShopProductPage(byte[] Json, ArtisanId ArtisanId, bool OnSale, int Version, string? Left, bool Marked);

/// <summary>One product by id or by the name in its address. Of what is on sale the card is in the index, and only its page is
/// read.</summary>
public sealed class ShopProduct(NpgsqlDataSource database, StorefrontIndex storefront)
{
    /// <summary>What the page adds to the card, but for the pictures for sharing, which may show a mark that is no longer
    /// held.</summary>
    private const string Page = $$"""
        select convert_to((p.data
                - '{id,name,category,materials,photoDescriptions,shareCard,shareSquare,shareMark,place}'::text[]
                - 'provenance')::text, 'UTF8'),
            (p.data ->> 'version')::int, p.data ->> 'shareCard', p.data ->> 'shareSquare', p.data ->> 'shareMark',
            p.data #>> '{photos,0,url}', convert_to(nullif(p.data -> 'provenance', 'null')::text, 'UTF8'), {{TrainedBy.Sql}},
            {{ShownCard.Row}}
        """;

    private const string OnSale = $"{Page} {CardNow.From} where c.id";

    private static readonly string Any = $"{Page}, {ShownCard.Columns} {CardNow.From} where";

    /// <summary>Null when there is none; whether a draft may be shown is for the caller to say.</summary>
    public async Task<ShopProductPage?> FindAsync(string idOrSlug, CancellationToken cancellation)
    {
        var isId = Guid.TryParse(idOrSlug, out var id);
        var onSale = await storefront.FindAsync(isId ? id : null, idOrSlug).WaitAsync(cancellation);
        return (onSale is null ? null : await Read($"{OnSale} = $1", onSale.Card.Id, onSale, cancellation))
            ?? await Read($"{Any} {(isId ? "c.id" : "c.data ->> 'slug'")} = $1", isId ? id : idOrSlug, null, cancellation);
    }

    /// <param name="known">The card, where it is in the index; null also when it was stored anew since.</param>
    private async Task<ShopProductPage?> Read(string query, object which, ShownCard? known, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(query);
        command.Parameters.Add(new() { Value = which });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation) || (known is not null && known.In != reader.GetString(8))) return null;
        var shown = known ?? ShownCard.Read(reader, 9);
        var (card, now) = (shown.Card, shown.Now);
        // The page says that nobody wrote yet; a card says nothing then.
        var json = Joined([ShownCard.Written(card with { Rating = now.Rating }), reader.GetFieldValue<byte[]>(0),
            ShownCard.Written(Beside(reader, card, now))]);
        return new(json, new(card.Artisan.Id), card.Status == ProductCard.OnSale, reader.GetInt32(1), Left(card),
            card.Mark is not null);
    }

    /// <summary>Pictures that show a mark no longer held make way for the first photo.</summary>
    private static PageBeside Beside(NpgsqlDataReader row, ProductCard card, CardNow now)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        var shown = Text(2) is null || DrawnMark.Fits(Text(4), card.Mark is null ? null : now.Use!.Village, now.Use?.Status);
        var found = row.IsDBNull(6) ? null : JsonSerializer.Deserialize<PageProvenance>(row.GetFieldValue<byte[]>(6));
        return new(card.Village is { } village ? Regions.NameOf(RegionCode.Parse(village.Code)) : null,
            new(found?.MadeBy, found?.Place, found?.Materials, found?.Technique, Text(7)),
            shown ? Text(2) : Text(5), shown ? Text(3) : Text(5));
    }

    private static string? Left(ProductCard card) => card.Variants is { Count: > 0 } kinds
        ? string.Join('.', kinds.Select(x => x.Available?.ToString(CultureInfo.InvariantCulture)))
        : card.Available?.ToString(CultureInfo.InvariantCulture);

    /// <summary>The members of several JSON objects in one; each has some.</summary>
    private static byte[] Joined(byte[][] objects)
    {
        var joined = new byte[objects.Sum(x => x.Length - 1) + 1];
        var at = 0;
        foreach (var each in objects)
        {
            each.AsSpan(..^1).CopyTo(joined.AsSpan(at));
            joined[at] = (byte)(at == 0 ? '{' : ',');
            at += each.Length - 1;
        }

        joined[at] = (byte)'}';
        return joined;
    }

    /// <summary>What the page tells beside card and words.</summary>
    /// <param name="Place">The village by its name of today, or the smallest region that is known.</param>
    private sealed record PageBeside([property: JsonPropertyName("place")] string? Place,
        [property: JsonPropertyName("provenance")] PageOrigin Provenance,
        [property: JsonPropertyName("shareCard")] string? Card, [property: JsonPropertyName("shareSquare")] string? Square);

    private sealed record PageOrigin([property: JsonPropertyName("madeBy")] string? MadeBy,
        [property: JsonPropertyName("place")] CardVillage? Place,
        [property: JsonPropertyName("materials")] IReadOnlyList<string>? Materials,
        [property: JsonPropertyName("technique")] string? Technique,
        [property: JsonPropertyName("trainedBy")] string? TrainedBy);
}
