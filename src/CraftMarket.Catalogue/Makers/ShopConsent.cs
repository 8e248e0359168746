using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Whether a person took back the consent to be shown in the shop. Who never answered is shown because they send goods
/// there (decision 0029).</summary>
public sealed record ShopConsent(Guid Id, bool Refused);

/// <summary>A shop and all that it ever listed, locked: the shop first and the products in one order.</summary>
[Obeys(ConsentPurpose.Shop)]
public sealed record OwnShop(IEventStream<Maker> Maker, IReadOnlyList<IEventStream<Product>> Products)
{
    /// <summary>The shops of a person.</summary>
    public static async Task<IReadOnlyList<OwnShop>> LockAsync(IDocumentSession session, PersonId person,
        CancellationToken cancellation)
    {
        var shops = new List<OwnShop>();
        var makers = await session.Query<MakerPerson>().Where(x => x.PersonId == person).ToListAsync(cancellation);
        foreach (var artisan in makers.Select(x => new ArtisanId(x.Id)).OrderBy(x => x.Value))
        {
            var maker = await session.Events.FetchForExclusiveWriting<Maker>(Catalogue.Maker.StreamOf(artisan), cancellation);
            var products = new List<IEventStream<Product>>();
            foreach (var product in (await session.ProductsOf(artisan, cancellation)).OrderBy(x => x.Id.Value))
                products.Add(await session.Events.FetchForExclusiveWriting<Product>(product.Id.Value, cancellation));
            shops.Add(new(maker, products));
        }

        return shops;
    }

    /// <summary>Closes the shop for the time being, or opens it again: its products leave the window, or are back as they
    /// were.</summary>
    public (IEnumerable<IMartenOp>, OutgoingMessages) Follow(bool refused, DateTimeOffset now)
    {
        if (Maker.Aggregate is not { Closed: false } maker || maker.Paused == refused) return ([], []);
        object turned = refused ? new ShopPaused(now) : new ShopReopened(now);
        var followed = Products.Select(x => (Stream: x, Event: ShopFollowing.Of(x.Aggregate!, refused, now)))
            .Where(x => x.Event is not null).ToList();
        return ([Maker.Append(turned), .. followed.Select(x =>
                x.Stream.Append([x.Event!, .. Offers.Changed(x.Stream.Aggregate!, x.Stream.Aggregate!.Turned(x.Event!))]))],
            [
                .. followed.Where(x => x.Event is ProductResumed).Select(x => x.Stream.Aggregate!.Id)
                    .SelectMany(x => new object[] { new LookAtPhotos(x), new DrawShareCard(x) }),
                new DrawShop(maker.ArtisanId),
            ]);
    }
}

/// <summary>What becomes of a product when its shop closes for the time being, or opens again.</summary>
internal static class ShopFollowing
{
    public static object? Of(Product product, bool refused, DateTimeOffset now) =>
        (refused, product.Status, product.PausedFrom) switch
        {
            (true, ProductStatus.Published or ProductStatus.Submitted, _) => new ProductPaused(now),
            (false, ProductStatus.Withdrawn, ProductStatus.Published) => new ProductResumed(now),
            // A curator has not seen it as it is now.
            (false, ProductStatus.Withdrawn, ProductStatus.Submitted) => new ProductSubmitted(now),
            _ => null,
        };

    public static Product Turned(this Product product, object followed) => followed switch
    {
        ProductPaused x => product.Apply(x),
        ProductResumed x => product.Apply(x),
        ProductSubmitted x => product.Apply(x),
        _ => throw new ArgumentException($"No shop makes {followed.GetType().Name} of a product.", nameof(followed)),
    };
}
