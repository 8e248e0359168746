using CraftMarket.Kernel.Facts;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>The artisan counts the pieces at hand, those that wait to be shipped among them.</summary>
public sealed record CountStock(ProductId ProductId, ArtisanId ArtisanId, int Count, VariantId? VariantId = null)
{
    public StockItemId StockItemId => StockItemId.Of(new Article(ProductId, VariantId));
}

public static class CountStockHandler
{
    public static Refusal? Validate(CountStock command, StockItem item)
    {
        if (item.ArtisanId != command.ArtisanId) return Refusal.Missing();
        return Problem(command.Count, item) ?? (item.OnHand is not null ? null
            : Refusal.Conflict("made_to_order", "Produk ini dibuat sesuai pesanan, jadi tidak punya stok.",
                "This product is made to order, so it has no stock."));
    }

    /// <summary>Why there cannot be so many pieces, be they the first that are counted of it.</summary>
    public static Refusal? Problem(int count, StockItem item)
    {
        if (count is < 0 or > 100_000)
            return Refusal.Invalid("bad_stock", "Jumlah stok harus antara 0 dan 100.000.",
                "Stock must be between 0 and 100,000.", "stock");
        return count >= item.Reserved ? null
            : Refusal.Conflict("below_reserved",
                $"{item.Reserved} buah sudah dipesan. Tulis jumlah yang sama atau lebih, atau tolak pesanannya.",
                $"{item.Reserved} pieces are already ordered. Give that number or more, or refuse the orders.");
    }

    public static (Answer, Events) Handle(CountStock command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] StockItem item) =>
        (Done.Instance, item.OnHand == command.Count ? [] : [new StockCounted(command.Count)]);
}
