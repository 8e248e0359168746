using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>The shop of somebody who becomes an artisan.</summary>
/// <param name="Refused">The person said no to the shop, perhaps before there was one.</param>
public sealed record NewShop(IEventStream<Maker> Maker, bool Refused);

/// <summary>Decides what becomes of a shop when its artisan is welcomed.</summary>
public static class OpenShop
{
    public static async Task<NewShop> LoadAsync(ArtisanId artisan, PersonId person, IDocumentSession session,
        CancellationToken cancellation) =>
        new(await session.Events.FetchForExclusiveWriting<Maker>(Maker.StreamOf(artisan), cancellation),
            (await session.LoadAsync<ShopConsent>(person.Value, cancellation))?.Refused == true);

    /// <summary>Who has a brand is known by it already; the others are known as makers of their village until then.</summary>
    public static IMartenOp Of(ArtisanWelcomed welcome, NewShop shop, DateTimeOffset now)
    {
        var before = shop.Maker.Aggregate;
        if (before?.Village == welcome.Village) return MartenOps.Nothing();
        var welcomed = new MakerWelcomed(welcome.ArtisanId, welcome.Village);
        var after = (before ?? new Maker(Maker.StreamOf(welcome.ArtisanId), welcome.ArtisanId, null, null, null, null, null))
            .Apply(welcomed);
        object[] shown = after.Name is null ? [after.Shown(null)] : [], paused = shop.Refused ? [new ShopPaused(now)] : [];
        return shop.Maker.Append([welcomed, .. shown, .. paused]);
    }
}
