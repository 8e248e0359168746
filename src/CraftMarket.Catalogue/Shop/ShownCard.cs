using System.Text.Encodings.Web;
using System.Text.Json;
using CraftMarket.Search;
using Npgsql;

namespace CraftMarket.Catalogue;

/// <summary>A card as it is shown at a moment, and the same as the public JSON, written once.</summary>
/// <param name="row">Which writing of the card it is: changes whenever the card itself is stored anew.</param>
internal sealed class ShownCard(ProductCard card, CardNow now, string row = "")
{
    /// <summary>As the database writes it: nothing is escaped but what JSON asks for.</summary>
    private static readonly JsonSerializerOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private byte[]? _json;

    /// <summary>The columns of a card and what is joined to it, each as UTF-8.</summary>
    internal static readonly string Columns =
        $"convert_to(c.data::text, 'UTF8'), convert_to({CardNow.Sql}::text, 'UTF8'), {Row}";

    internal const string Row = "c.xmin::text";

    internal const int ColumnCount = 3;

    public ProductCard Card => card;

    public CardNow Now => now;

    /// <summary>As <see cref="Row"/> told it.</summary>
    public string In => row;

    public byte[] Json => _json ??= Written(card);

    /// <summary>Reads <see cref="Columns"/>, which begin there.</summary>
    public static ShownCard Read(NpgsqlDataReader reader, int at = 0)
    {
        var now = JsonSerializer.Deserialize<CardNow>(reader.GetFieldValue<byte[]>(at + 1))!;
        var card = JsonSerializer.Deserialize<ProductCard>(reader.GetFieldValue<byte[]>(at))!;
        return new(now.Join(card), now, reader.GetString(at + 2));
    }

    public static byte[] Written<T>(T shown) => JsonSerializer.SerializeToUtf8Bytes(shown, Plainly);

    public static ShownCard Of(IndexedProduct product) => (ShownCard)product.Shown;

    /// <summary>What the index is told of it; null when it lies in no village, which nothing on sale does.</summary>
    /// <param name="categoryClass">The class that its category belongs to; empty when it belongs to none.</param>
    public IndexedProduct? Index(string description, string categoryClass) =>
        card.Village is not { } village ? null : new()
        {
            Id = card.Id, Address = card.Slug, Name = card.Name, Maker = card.Artisan.Id, MakerName = card.Artisan.Name,
            GroupName = card.Group?.Name, Village = new(village.Code, village.Name, village.Slug), Category = card.Category,
            CategoryClass = categoryClass, Materials = card.Materials, Kinds = [.. (card.Variants ?? []).Select(x => x.Name)],
            Description = description, Price = card.Price, ListedAt = card.ListedAt ?? default, Shown = this,
        };
}
