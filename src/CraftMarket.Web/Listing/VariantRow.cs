using CraftMarket.Catalogue;
using CraftMarket.Ordering;
using CraftMarket.Web.Pages;
using Marten;

namespace CraftMarket.Web.Listing;

/// <summary>A size or colour as a row of the product form, as it was typed.</summary>
public sealed class VariantRow
{
    public string? Size { get; set; }
    public string? Colour { get; set; }

    /// <summary>Empty when it costs what the product costs.</summary>
    public string? Price { get; set; }

    public string? Stock { get; set; }

    /// <summary>The pieces at hand that the artisan had before them; null for a new row.</summary>
    public int? Seen { get; set; }

    public bool IsEmpty => Typed.Text(Size) is null && Typed.Text(Colour) is null;

    /// <summary>What the artisan wants of it; a count that was left as it stood is not counted again.</summary>
    public WantedVariant Wanted => new(Typed.Text(Size), Typed.Text(Colour), Typed.Money(Price), Typed.Count(Stock) is { } count
        && count != Seen ? count : null);

    /// <summary>Whether what stands in price or stock is no number.</summary>
    public bool IsUnreadable => (Typed.Text(Price) is not null && Typed.Money(Price) is null)
        || (Typed.Text(Stock) is not null && Typed.Count(Stock) is null);

    internal DraftVariant Draft => new(Size, Colour, Price, Stock, Seen);

    internal static VariantRow Of(DraftVariant draft) =>
        new() { Size = draft.Size, Colour = draft.Colour, Price = draft.Price, Stock = draft.Stock, Seen = draft.Seen };

    /// <summary>The rows of a product as it is, with the pieces at hand of each.</summary>
    internal static async Task<List<VariantRow>> Of(Product product, IQuerySession session, CancellationToken cancellation)
    {
        Guid[] articles = [.. product.Variants.Select(x => StockItemId.Of(new Article(product.Id, x.Id)).Value)];
        var stock = (await session.LoadManyAsync<StockItem>(cancellation, articles)).ToDictionary(x => x.Uuid, x => x.OnHand);
        return [.. product.Variants.Zip(articles, (variant, article) => RowOf(variant, stock.GetValueOrDefault(article)))];
    }

    private static VariantRow RowOf(ProductVariant variant, int? onHand) => new()
    {
        Size = variant.Variant.Size, Colour = variant.Variant.Colour, Price = variant.OwnPrice?.ToString()["Rp".Length..],
        Stock = onHand?.ToString(), Seen = onHand,
    };
}
