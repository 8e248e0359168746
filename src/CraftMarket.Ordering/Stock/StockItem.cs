using System.Text.Json.Serialization;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Aggregation;

namespace CraftMarket.Ordering;

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

/// <summary>The pieces of one article: at hand, and held for orders until they are shipped.</summary>
public sealed record StockItem(StockItemId Id, ProductId ProductId, ArtisanId ArtisanId, int? OnHand, int? LeadTimeDays,
    int Reserved, VariantId? VariantId = null) : IdentifiedBy<StockItemId>
{
    /// <summary>What the database finds it by (decision 0015).</summary>
    [Identity]
    public Guid Uuid => Id.Value;

    public static StockItem Create(IEvent<StockStarted> e) =>
        new(StockItemId.From(e.StreamId), e.Data.ProductId, e.Data.ArtisanId,
        e.Data.Count, e.Data.LeadTimeDays, 0, e.Data.VariantId);

    /// <summary>Version of the product's stream that last said how it is sold; 0 while it is sold as it began.</summary>
    public long SupplyRevision { get; init; }

    public StockItem Apply(StockCounted e) => this with { OnHand = e.Count };
    public StockItem Apply(StockMadeToOrder e) =>
        this with { OnHand = null, LeadTimeDays = e.LeadTimeDays, SupplyRevision = e.Revision };
    public StockItem Apply(StockRestarted e) => this with { OnHand = e.Count, LeadTimeDays = null, SupplyRevision = e.Revision };
    public StockItem Apply(StockReserved e) => this with { Reserved = Reserved + e.Quantity };
    public StockItem Apply(StockReleased e) => this with { Reserved = Reserved - e.Quantity };
    public StockItem Apply(StockShipped e) =>
        this with { OnHand = AtLeastNone(OnHand - e.Quantity), Reserved = Reserved - e.Quantity };

    /// <summary>Pieces that nobody holds; null when made to order, which never runs out.</summary>
    public int? Free => AtLeastNone(OnHand - Reserved);

    public bool Has(int quantity) => Free is not { } free || free >= quantity;

    /// <summary>More may be promised than there is: what was ordered when it was made to order, and is not made yet.</summary>
    private static int? AtLeastNone(int? pieces) => pieces is { } some ? Math.Max(0, some) : null;
}
