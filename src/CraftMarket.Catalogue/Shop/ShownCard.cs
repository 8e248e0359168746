using System.Text.Encodings.Web;
using System.Text.Json;
using CraftMarket.Search;

namespace CraftMarket.Catalogue;

/// <summary>A card as it is shown at a moment, and the same as the public JSON, written once.</summary>
internal sealed class ShownCard(ProductCard card)
{
    /// <summary>As the database writes it: nothing is escaped but what JSON asks for.</summary>
    private static readonly JsonSerializerOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private byte[]? _json;

    /// <summary>The columns of a card and what is joined to it, each as UTF-8.</summary>
    internal static readonly string Columns =
        $"convert_to(c.data::text, 'UTF8'), convert_to({CardNow.Sql}::text, 'UTF8')";

    public ProductCard Card => card;

    public byte[] Json => _json ??= Written(card);

    /// <summary>Reads <see cref="Columns"/>.</summary>
    public static ProductCard Read(byte[] card, byte[] now) =>
        JsonSerializer.Deserialize<CardNow>(now)!.Join(JsonSerializer.Deserialize<ProductCard>(card)!);

    public static byte[] Written<T>(T shown) => JsonSerializer.SerializeToUtf8Bytes(shown, Plainly);

    public static ShownCard Of(IndexedProduct product) => (ShownCard)product.Shown;

    /// <summary>What the index is told of a card; null when it lies in no village, which nothing on sale does.</summary>
    /// <param name="categoryClass">The class that its category belongs to; empty when it belongs to none.</param>
    public static IndexedProduct? Index(ProductCard card, string description, string categoryClass) =>
        card.Village is not { } village ? null : new()
        {
            Id = card.Id, Name = card.Name, Maker = card.Artisan.Id, MakerName = card.Artisan.Name,
            GroupName = card.Group?.Name, Village = new(village.Code, village.Name, village.Slug), Category = card.Category,
            CategoryClass = categoryClass, Materials = card.Materials, Kinds = [.. (card.Variants ?? []).Select(x => x.Name)],
            Description = description, Price = card.Price, ListedAt = card.ListedAt ?? default, Shown = new ShownCard(card),
        };
}
