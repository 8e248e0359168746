using System.Text.Json.Serialization;

namespace CraftMarket.Kernel.Facts;

/// <summary>Stock of a product began, with pieces at hand or made to order.</summary>
/// <param name="Count">Pieces at hand; null when made to order.</param>
public sealed record StockStarted(ProductId ProductId, ArtisanId ArtisanId, int? Count, int? LeadTimeDays,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] VariantId? VariantId = null);

/// <summary>The artisan counted the pieces at hand, those held for orders among them.</summary>
public sealed record StockCounted(int Count);

/// <summary>It is made when ordered from now on; pieces are counted no more, and those that orders hold stay promised.</summary>
/// <param name="Revision">Version of the product's stream that says so.</param>
public sealed record StockMadeToOrder(int LeadTimeDays, long Revision);

/// <summary>It is sold from pieces at hand from now on, those held for orders among them.</summary>
/// <param name="Revision">Version of the product's stream that says so.</param>
public sealed record StockRestarted(int Count, long Revision);

/// <summary>Pieces are held for an order.</summary>
public sealed record StockReserved(OrderId OrderId, int Quantity);

/// <summary>Held pieces became free again: the order lapsed or its artisan refused it.</summary>
public sealed record StockReleased(OrderId OrderId, int Quantity);

/// <summary>Held pieces left the house.</summary>
public sealed record StockShipped(OrderId OrderId, int Quantity);

/// <summary>Pieces of an article, as the facts of its own stream count them.</summary>
/// <param name="OnHand">Those held for orders among them; null when made to order.</param>
/// <param name="Reserved">Held for orders until they are shipped.</param>
public readonly record struct Pieces(int? OnHand, int Reserved)
{
    /// <summary>Pieces that nobody holds; null when made to order, which never runs out.</summary>
    [JsonIgnore]
    public int? Free => AtLeastNone(OnHand - Reserved);

    public Pieces After(StockStarted e) => new(e.Count, 0);
    public Pieces After(StockCounted e) => this with { OnHand = e.Count };
    public Pieces After(StockMadeToOrder _) => this with { OnHand = null };
    public Pieces After(StockRestarted e) => this with { OnHand = e.Count };
    public Pieces After(StockReserved e) => this with { Reserved = Reserved + e.Quantity };
    public Pieces After(StockReleased e) => this with { Reserved = Reserved - e.Quantity };
    public Pieces After(StockShipped e) => new(AtLeastNone(OnHand - e.Quantity), Reserved - e.Quantity);

    /// <summary>More may be promised than there is: what was ordered when it was made to order, and is not made yet.</summary>
    private static int? AtLeastNone(int? pieces) => pieces is { } some ? Math.Max(0, some) : null;
}
