using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Whether a person took back the consent to be shown in the shop. Who never answered is shown because they send goods
/// there (decision 0029).</summary>
/// <param name="Revision">Of the consents that said so; an older word that arrives late is ignored.</param>
public sealed record ShopConsent(Guid Id, bool Refused, long Revision);

/// <summary>Somebody answered: their shops follow.</summary>
public static class ShopConsentHandler
{
    public static async Task<(ShopConsent?, IReadOnlyList<MakerPerson>)> LoadAsync(ConsentsStand fact, IDocumentSession session,
        CancellationToken cancellation) =>
        (await session.LoadAsync<ShopConsent>(fact.PersonId.Value, cancellation),
            await session.Query<MakerPerson>().Where(x => x.PersonId == fact.PersonId).ToListAsync(cancellation));

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(ConsentsStand fact, ShopConsent? known,
        IReadOnlyList<MakerPerson> makers)
    {
        if (known is not null && fact.Revision <= known.Revision) return ([], []);
        var said = new ShopConsent(fact.PersonId.Value, fact.Refused?.Contains(ConsentPurpose.Shop) == true, fact.Revision);
        return ([MartenOps.Store(said)], [.. makers.Select(x => new KeepShop(new(x.Id), fact.PersonId))]);
    }
}

/// <summary>Opens or closes a maker's shop for the time being, as the person's consent stands when it is done.</summary>
public sealed record KeepShop(ArtisanId ArtisanId, PersonId PersonId);

/// <summary>A shop, the consent that it follows, and all that it ever listed.</summary>
public sealed record KeptShop(IEventStream<Maker> Maker, bool Refused, IReadOnlyList<ProductId> Products);

public static class KeepShopHandler
{
    public static async Task<KeptShop> LoadAsync(KeepShop command, IDocumentSession session, CancellationToken cancellation) =>
        new(await session.Events.FetchForExclusiveWriting<Maker>(Maker.StreamOf(command.ArtisanId), cancellation),
            (await session.LoadAsync<ShopConsent>(command.PersonId.Value, cancellation))?.Refused == true,
            [.. (await session.ProductsOf(command.ArtisanId, cancellation)).Select(x => x.Id)]);

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(KeepShop command, KeptShop shop, DateTimeOffset now) =>
        shop.Maker.Aggregate is { Closed: false } maker && maker.Paused != shop.Refused
            ? ([shop.Maker.Append(shop.Refused ? new ShopPaused(now) : new ShopReopened(now))],
                [.. shop.Products.Select(x => new FollowShop(x)), new DrawShop(command.ArtisanId)])
            : ([], []);
}

/// <summary>Takes a product out of the window, or back into it, as its shop stands when it is done.</summary>
public sealed record FollowShop(ProductId ProductId);

[Obeys(ConsentPurpose.Shop)]
public static class FollowShopHandler
{
    public static async Task<Maker?> LoadAsync(FollowShop command, IQuerySession session, CancellationToken cancellation) =>
        await session.LoadAsync<Product>(command.ProductId.Value, cancellation) is { } product
            ? await session.LoadAsync<Maker>(Maker.StreamOf(product.ArtisanId), cancellation) : null;

    public static (Events, OutgoingMessages) Handle(FollowShop command,
        [WriteAggregate(LoadStyle = Wolverine.Marten.ConcurrencyStyle.Exclusive)] Product product, Maker? maker,
            DateTimeOffset now)
    {
        object? followed = (maker?.Paused, product.Status, product.PausedFrom) switch
        {
            (true, ProductStatus.Published or ProductStatus.Submitted, _) => new ProductPaused(now),
            (false, ProductStatus.Withdrawn, ProductStatus.Published) => new ProductResumed(now),
            // A curator has not seen it as it is now.
            (false, ProductStatus.Withdrawn, ProductStatus.Submitted) => new ProductSubmitted(now),
            _ => null,
        };
        return followed switch
        {
            ProductPaused x => ([x], [.. Offers.Of(product.Apply(x))]),
            ProductResumed x => ([x], [.. Offers.Of(product.Apply(x)), new LookAtPhotos(product.Id)]),
            ProductSubmitted x => ([x], []),
            _ => ([], []),
        };
    }
}

/// <summary>Looks whether the shop has followed.</summary>
public static class FollowedShops
{
    /// <summary>Whether everything that the person sells is where the answer puts it.</summary>
    public static async Task<bool> ShopsFollow(this IQuerySession session, PersonId person, bool given,
        CancellationToken cancellation)
    {
        if ((await session.LoadAsync<ShopConsent>(person.Value, cancellation))?.Refused != !given) return false;
        foreach (var maker in await session.Query<MakerPerson>().Where(x => x.PersonId == person).ToListAsync(cancellation))
        {
            var artisan = new ArtisanId(maker.Id);
            if (await session.LoadAsync<Maker>(Maker.StreamOf(artisan), cancellation) is not { Closed: false } shop) continue;
            if (shop.Paused == given || (await session.ProductsOf(artisan, cancellation))
                .Any(x => given ? x.PausedFrom is not null
                : x.Status is ProductStatus.Published or ProductStatus.Submitted)) return false;
        }

        return true;
    }
}
