using System.Text.Json;
using CraftMarket.Search;

namespace CraftMarket.Catalogue;

/// <summary>A card as the storefront shows it now: as JSON, and the same read, once.</summary>
internal sealed class ShownCard(byte[] json)
{
    private ProductCard? _card;

    public byte[] Json => json;

    public ProductCard Card => _card ??= JsonSerializer.Deserialize<ProductCard>(json)!;

    public static ShownCard Of(IndexedProduct product) => (ShownCard)product.Shown;

    /// <summary>What the index is told of a card; null when it lies in no village, which nothing on sale does.</summary>
    /// <param name="categoryClass">The class that its category belongs to; empty when it belongs to none.</param>
    public static IndexedProduct? Index(byte[] json, string description, string categoryClass)
    {
        var shown = new ShownCard(json);
        var card = JsonSerializer.Deserialize<ProductCard>(json)!;
        return card.Village is not { } village ? null : new()
        {
            Id = card.Id, Name = card.Name, Maker = card.Artisan.Id, MakerName = card.Artisan.Name,
            GroupName = card.Group?.Name, Village = new(village.Code, village.Name, village.Slug), Category = card.Category,
            CategoryClass = categoryClass, Materials = card.Materials, Kinds = [.. (card.Variants ?? []).Select(x => x.Name)],
            Description = description, Price = card.Price, ListedAt = card.ListedAt ?? default, Shown = shown,
        };
    }
}
