using Marten;

namespace CraftMarket.Ordering;

/// <summary>A cart at the prices of this moment; nothing is held yet.</summary>
/// <param name="Gone">Articles that are no longer sold.</param>
public sealed record CartQuote(IReadOnlyList<QuotedPart> Parts, IReadOnlyList<Article> Gone)
{
    /// <summary>The regency or city it is quoted for; null while nobody said.</summary>
    public RegionCode? To { get; init; }

    /// <summary>A place was chosen, and to it not everything can be sent.</summary>
    public bool IsUnreached => To is not null && Parts.Any(x => x.Parcel is null);

    public Rupiah Goods => Parts.Sum(x => x.Goods);

    /// <summary>Null until it is known where everything goes.</summary>
    public Rupiah? Shipping => Parts.Count > 0 && Parts.All(x => x.Shipping is not null) ? Parts.Sum(x => x.Shipping!.Value)
        : null;

    public Rupiah? Total => Goods + Shipping;

    /// <summary>How much of it is made only after it is ordered.</summary>
    public int MadeToOrder => Parts.SelectMany(x => x.Lines).Count(x => x.IsMadeToOrder);

    /// <summary>Of something there is less than is wanted, so it cannot be ordered as it is.</summary>
    public bool IsShort => Parts.Any(x => x.Lines.Any(y => y.IsShort));
}

/// <summary>What one artisan would make and send.</summary>
/// <param name="Parcel">Null when the destination is not known or not reached.</param>
public sealed record QuotedPart(ArtisanId ArtisanId, RegionCode Village, IReadOnlyList<QuotedLine> Lines, ParcelQuote? Parcel)
{
    public Rupiah? Shipping => Parcel?.Fee;

    public Rupiah Goods => Lines.Sum(x => x.Price * x.Quantity);
}

/// <summary>Pieces of one article.</summary>
/// <param name="Variant">Its size or colour in words; null where there is one kind only.</param>
/// <param name="Left">Pieces that are free now; null when made to order.</param>
public sealed record QuotedLine(Article Article, string Name, string Slug, string? Variant, Rupiah Price, int Quantity, int? Left)
{
    /// <summary>The product with its size or colour.</summary>
    public string Title => Article.Titled(Name, Variant);

    public bool IsShort => Left < Quantity;

    public bool IsMadeToOrder => Left is null;
}

/// <summary>Says what a cart would cost, by the same rules as placing the order.</summary>
public static class QuoteCart
{
    public static async Task<CartQuote> For(IQuerySession session, IReadOnlyList<Wish> wishes, RegionCode? to, DateTimeOffset now,
        CancellationToken cancellation)
    {
        var rates = await ShippingRates.Towards(session, to, LocalMonth.DayOf(now), cancellation);
        List<Article> wanted = [.. wishes.Select(x => x.Article).Distinct()];
        var offered = (await session.LoadManyAsync<Offer>(cancellation, wanted.Select(x => x.ProductId.Value).Distinct()))
            .ToDictionary(x => x.Id);
        var stocks = (await session.LoadManyAsync<StockItem>(cancellation, wanted.Select(x => StockItemId.Of(x).Value)))
            .ToDictionary(x => x.Id);
        var offers = new Dictionary<Article, (Offer Offer, StockItem Stock)>();
        foreach (var article in wanted)
            if (offered.GetValueOrDefault(article.ProductId) is { } offer && offer.Sells(article)
                && stocks.GetValueOrDefault(StockItemId.Of(article)) is { } stock) offers[article] = (offer, stock);

        var parts = wishes.Where(x => offers.ContainsKey(x.Article)).GroupBy(x => offers[x.Article].Offer.ArtisanId)
            .Select(part =>
        {
            var from = offers[part.First().Article].Offer.Village;
            var grams = part.Sum(x => x.Quantity * offers[x.Article].Offer.WeightGrams);
            return new QuotedPart(part.Key, from, [.. part.Select(Line)], to is { } place ? rates.Quote(from, place, grams)
                : null);
        });
        return new([.. parts], [.. wishes.Select(x => x.Article).Where(x => !offers.ContainsKey(x))]) { To = to };

        QuotedLine Line(Wish wish)
        {
            var (offer, stock) = offers[wish.Article];
            return new(wish.Article, offer.Name, offer.Slug, offer.VariantOf(wish.Article)?.Name, offer.PriceOf(wish.Article),
                wish.Quantity, stock.Free);
        }
    }
}
