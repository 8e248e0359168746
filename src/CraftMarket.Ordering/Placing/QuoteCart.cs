using Marten;

namespace CraftMarket.Ordering;

/// <summary>A cart at the prices of this moment; nothing is held yet.</summary>
/// <param name="Gone">Products that are no longer sold.</param>
public sealed record CartQuote(IReadOnlyList<QuotedPart> Parts, IReadOnlyList<ProductId> Gone)
{
    public Rupiah Goods => Parts.Sum(x => x.Goods);

    /// <summary>Null until it is known where everything goes.</summary>
    public Rupiah? Shipping => Parts.Count > 0 && Parts.All(x => x.Shipping is not null) ? Parts.Sum(x => x.Shipping!.Value) : null;

    public Rupiah? Total => Goods + Shipping;
}

/// <summary>What one artisan would make and send.</summary>
/// <param name="Shipping">Null when the destination is not known or not reached.</param>
public sealed record QuotedPart(ArtisanId ArtisanId, RegionCode Village, IReadOnlyList<QuotedLine> Lines, Rupiah? Shipping)
{
    public Rupiah Goods => Lines.Sum(x => x.Price * x.Quantity);
}

/// <summary>Pieces of one product.</summary>
/// <param name="Left">Pieces that are free now; null when made to order.</param>
public sealed record QuotedLine(ProductId ProductId, string Name, string Slug, Rupiah Price, int Quantity, int? Left)
{
    public bool IsShort => Left < Quantity;
}

/// <summary>Says what a cart would cost, by the same rules as placing the order.</summary>
public static class QuoteCart
{
    public static async Task<CartQuote> For(IQuerySession session, IReadOnlyList<Wish> wishes, RegionCode? to, CancellationToken cancellation)
    {
        var table = await session.LoadAsync<ShippingTable>(ShippingTable.Current, cancellation);
        var offers = new Dictionary<ProductId, (Offer Offer, StockItem Stock)>();
        foreach (var product in wishes.Select(x => x.ProductId).Distinct())
        {
            var offer = await session.LoadAsync<Offer>(product.Value, cancellation);
            var stock = await session.LoadAsync<StockItem>(StockItemId.Of(product).Value, cancellation);
            if (offer is { OnSale: true } && stock is not null) offers[product] = (offer, stock);
        }

        var parts = wishes.Where(x => offers.ContainsKey(x.ProductId)).GroupBy(x => offers[x.ProductId].Offer.ArtisanId).Select(part =>
        {
            var from = offers[part.First().ProductId].Offer.Village;
            var grams = part.Sum(x => x.Quantity * offers[x.ProductId].Offer.WeightGrams);
            return new QuotedPart(part.Key, from, [.. part.Select(Line)], to is { } place ? table?.Fee(from, place, grams) : null);
        });
        return new([.. parts], [.. wishes.Select(x => x.ProductId).Where(x => !offers.ContainsKey(x))]);

        QuotedLine Line(Wish wish)
        {
            var (offer, stock) = offers[wish.ProductId];
            return new(wish.ProductId, offer.Name, offer.Slug, offer.Price, wish.Quantity, stock.Free);
        }
    }
}
