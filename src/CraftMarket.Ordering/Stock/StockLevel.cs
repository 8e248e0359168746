using CraftMarket.Kernel.Facts;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Grouping;
using Marten;
using Marten.Events.Aggregation;

namespace CraftMarket.Ordering;

/// <summary>The stock of an article as other rooms know it, a moment after the fact.</summary>
public sealed record StockLevel(StockItemId Id, StockItem Item)
{
    /// <summary>What the database finds it by (decision 0015).</summary>
    [Identity]
    public Guid Uuid => Id.Value;
}

/// <summary>Tells other rooms what is free, so that a burst of orders costs one message per product and none of the orders' time.</summary>
public sealed class StockLevelProjection : SingleStreamProjection<StockLevel, Guid>
{
    public StockLevelProjection()
    {
        IncludeType<StockStarted>();
        IncludeType<StockCounted>();
        IncludeType<StockReserved>();
        IncludeType<StockReleased>();
        IncludeType<StockShipped>();
    }

    public override StockLevel? Evolve(StockLevel? snapshot, Guid id, IEvent e) => e switch
    {
        IEvent<StockStarted> started => new(StockItemId.From(id), StockItem.Create(started)),
        _ when snapshot is null => null,
        IEvent<StockCounted> counted => snapshot with { Item = snapshot.Item.Apply(counted.Data) },
        IEvent<StockReserved> reserved => snapshot with { Item = snapshot.Item.Apply(reserved.Data) },
        IEvent<StockReleased> released => snapshot with { Item = snapshot.Item.Apply(released.Data) },
        IEvent<StockShipped> shipped => snapshot with { Item = snapshot.Item.Apply(shipped.Data) },
        _ => snapshot,
    };

    public override ValueTask RaiseSideEffects(IDocumentOperations operations, IEventSlice<StockLevel> slice)
    {
        if (slice.Snapshot?.Item is { } item)
            slice.PublishMessage(new StockChanged(item.ProductId, item.Free, item.LeadTimeDays, slice.Events()[^1].Version, item.VariantId));
        return ValueTask.CompletedTask;
    }
}
