using CraftMarket.Catalogue;
using CraftMarket.Ordering;
using CraftMarket.Web.Pages;
using Marten;

namespace CraftMarket.Web.Orders;

/// <summary>Who makes what is in a cart or an order, and how it looks.</summary>
/// <param name="Days">How long it takes to make what is made to order.</param>
public sealed record MakersAndPhotos(IReadOnlyDictionary<ArtisanId, string> Makers, IReadOnlyDictionary<ProductId, string> Photos,
    IReadOnlyDictionary<ProductId, int> Days)
{
    public static readonly MakersAndPhotos None = new(new Dictionary<ArtisanId, string>(), new Dictionary<ProductId, string>(),
        new Dictionary<ProductId, int>());

    public string? PhotoOf(ProductId product) => Photos.GetValueOrDefault(product);

    /// <summary>That a line is made to order, and in how many days; null for what is there.</summary>
    public string? WaitFor(QuotedLine line, Say say) => !line.IsMadeToOrder ? null
        : Days.TryGetValue(line.Article.ProductId, out var days)
            ? say($"Dibuat setelah dipesan, {days} hari", $"Made to order in {Many.Of(days, "day")}")
        : say("Dibuat setelah dipesan", "Made to order");

    /// <summary>The maker's brand, or only that it is a maker.</summary>
    public string MakerOf(ArtisanId artisan, Say say) => Makers.GetValueOrDefault(artisan) ?? say("Perajin", "Maker");

    public string MakerOf(QuotedPart part, Say say) => $"{MakerOf(part.ArtisanId, say)}, {Regions.NameOf(part.Village)}";

    public static Task<MakersAndPhotos> Of(IQuerySession session, CartQuote quote, CancellationToken cancellation) =>
        Of(session, quote.Parts.SelectMany(x => x.Lines).Select(x => x.Article.ProductId), cancellation);

    public static async Task<MakersAndPhotos> Of(IQuerySession session, IEnumerable<ProductId> products,
        CancellationToken cancellation)
    {
        var cards = await session.CardsBy(products, cancellation);
        return new(cards.GroupBy(x => x.Artisan.Id).ToDictionary(x => new ArtisanId(x.Key), x => x.First().Artisan.Name),
            cards.Where(x => x.Photo is not null).ToDictionary(x => new ProductId(x.Id), x => x.Photo!.Small),
            cards.Where(x => x.LeadTimeDays is not null).ToDictionary(x => new ProductId(x.Id), x => x.LeadTimeDays!.Value));
    }
}
