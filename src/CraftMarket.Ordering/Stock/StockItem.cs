using CraftMarket.Kernel.Facts;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Aggregation;

namespace CraftMarket.Ordering;

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

    public StockItem Apply(StockCounted e) => With(Pieces.After(e));
    public StockItem Apply(StockMadeToOrder e) => With(Pieces.After(e)) with { LeadTimeDays = e.LeadTimeDays };
    public StockItem Apply(StockRestarted e) => With(Pieces.After(e)) with { LeadTimeDays = null };
    public StockItem Apply(StockReserved e) => With(Pieces.After(e));
    public StockItem Apply(StockReleased e) => With(Pieces.After(e));
    public StockItem Apply(StockShipped e) => With(Pieces.After(e));

    /// <summary>Pieces that nobody holds; null when made to order, which never runs out.</summary>
    public int? Free => Pieces.Free;

    public bool Has(int quantity) => Free is not { } free || free >= quantity;

    private Pieces Pieces => new(OnHand, Reserved);

    private StockItem With(Pieces pieces) => this with { OnHand = pieces.OnHand, Reserved = pieces.Reserved };
}
