using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>A part all of whose money goes back while its pieces are still in the house ends there, and they are free.</summary>
internal static class EndGivenBack
{
    /// <summary>Grants a refund, and ends the part when that was the last of its money.</summary>
    public static IEnumerable<IMartenOp> GiveBack(this IEventStream<SellerOrder> part, RefundGranted granted,
        IReadOnlyDictionary<Article, IEventStream<StockItem>> stock)
    {
        var (before, after) = (part.Aggregate!, part.Aggregate!.Apply(granted));
        if (after.EndsGivenBack()) return [.. after.Free(stock), part.Append(granted, new SellerOrderGivenBack())];
        return !before.IsGivenBack && after.IsGivenBack && after.DeliveredOn is { } on
            ? [part.Append(granted, new PartGivenBack(after.Id, after.ArtisanId, after.Products, on))]
            : [part.Append(granted)];
    }

    /// <summary>Frees the pieces that are held for a part that has not left.</summary>
    public static IEnumerable<IMartenOp> Free(this SellerOrder part,
        IReadOnlyDictionary<Article, IEventStream<StockItem>> stock) => part.Lines.Pieces()
        .Select(x => stock[x.Key].Append(new StockReleased(part.OrderId, x.Value)));

    public static bool EndsGivenBack(this SellerOrder part) => part is { IsUnsent: true, IsGivenBack: true };
}

/// <summary>Ends the parts whose money went back whole before that ended them: they still wait and hold their stock.</summary>
internal sealed class PartsGivenBackBefore(IDocumentStore store) : IReferenceData
{
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var refunded = await session.QueryAsync<SellerOrder>(
            "where data ->> 'Status' in ('received', 'accepted') and jsonb_array_length(data -> 'Refunds') > 0", cancellation);
        foreach (var part in refunded.Where(x => x.EndsGivenBack())) await End(part.Id, cancellation);
    }

    private async Task End(SellerOrderId id, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        var hand = await LockedSellerOrder.Load(session, id, cancellation, stock: true);
        if (hand.State is not { } part || !part.EndsGivenBack()) return;
        foreach (var op in part.Free(hand.Stock).Append(hand.Part!.Append(new SellerOrderGivenBack()))) op.Execute(session);
        await session.SaveChangesAsync(cancellation);
    }
}
