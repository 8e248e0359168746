using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Ordering;
using CraftMarket.Payments;
using CraftMarket.Training;
using CraftMarket.Training.Participants;
using JasperFx.Events;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests;

/// <summary>Writes facts down where their owners write them, for a test that begins after them.</summary>
internal static class HappenedBefore
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>One after the other, each in the stream of its owner, which begins here where it is not there.</summary>
    public static async Task Happened(this RunningMarket market, params object[] facts)
    {
        foreach (var fact in facts)
        {
            await using var session = market.Services.GetRequiredService<IDocumentStore>().LightweightSession();
            await Append(session, fact);
            await session.SaveChangesAsync(Stop);
        }
    }

    private static Task Append(IDocumentSession session, object fact) => fact switch
    {
        ArtisanWelcomed x => Welcomed(session, x),
        BatchOpened x => In<TrainingBatch>(session, x.BatchId.Value, null, x),
        TraineeEnrolled x => In<TrainingBatch>(session, x.BatchId.Value, Opened(x.BatchId), x),
        TrainingCompleted x => In<TrainingBatch>(session, x.BatchId.Value, Opened(x.BatchId), x),
        PartDelivered x => In<SellerOrder>(session, x.SellerOrderId.Value,
            new SellerOrderReceived(x.OrderId, x.ArtisanId, x.Method, x.Goods, x.Shipping, x.Fee, []), x),
        SellerOrderRefunded x => In<Refund>(session, x.RefundId.Value, new RefundRequested(x.OrderId, x.SellerOrderId,
            x.ArtisanId, PaymentMethod.Card, x.Amount, x.Settled, x.On), x),
        ProductOffered x => In<Product>(session, x.ProductId.Value, new ProductDrafted(x.ArtisanId, x.Slug,
            new(x.Name, "", "tas", [], x.WeightGrams, [], false), x.Price, null, 7, "Perajin"), x),
        StockStarted x => In<StockItem>(session, StockItemId.Of(new Article(x.ProductId, x.VariantId)).Value, null, x),
        _ => throw new ArgumentException($"Nobody owns {fact.GetType().Name} here.", nameof(fact)),
    };

    /// <summary>Whoever is welcomed has a shop.</summary>
    private static async Task Welcomed(IDocumentSession session, ArtisanWelcomed welcomed)
    {
        await In<Participant>(session, welcomed.PersonId.Value, new ParticipantRegistered(welcomed.Village, [], null), welcomed);
        var shop = await OpenShop.LoadAsync(welcomed.ArtisanId, welcomed.PersonId, session, Stop);
        OpenShop.Of(welcomed, shop, DateTimeOffset.UtcNow).Execute(session);
    }

    private static async Task In<T>(IDocumentSession session, Guid id, object? first, object fact) where T : class
    {
        var stream = await session.Events.FetchForWriting<T>(id, Stop);
        if (stream.Aggregate is null && first is not null) stream.AppendOne(first);
        stream.AppendOne(fact);
    }

    private static BatchOpened Opened(BatchId batch) => new(batch, "Angkatan uji", new(Guid.CreateVersion7()), "Kriya uji",
        "kerajinan", "inClass", new(2026, 7, 8), new(2026, 7, 12), null, "Balai", null, 30);
}
