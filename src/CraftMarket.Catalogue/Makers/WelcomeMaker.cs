using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Makes a maker of everyone who becomes an artisan.</summary>
public static class WelcomeMakerHandler
{
    public static Task<IEventStream<Maker>> LoadAsync(ArtisanWelcomed fact, IDocumentSession session,
        CancellationToken cancellation) =>
        session.Events.FetchForWriting<Maker>(Maker.StreamOf(fact.ArtisanId), cancellation);

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(ArtisanWelcomed fact, IEventStream<Maker> maker)
    {
        if (maker.Aggregate?.Village == fact.Village) return ([], []);
        var welcomed = new MakerWelcomed(fact.ArtisanId, fact.Village);
        // Who has a brand is known by it already; the others are known as makers of their village until then.
        // A no to the shop may be older than the shop.
        var keep = new KeepShop(fact.ArtisanId, fact.PersonId);
        return ([maker.Append(welcomed)], maker.Aggregate is { Name: not null }
            ? [keep]
            : [keep, (maker.Aggregate ?? new Maker(Maker.StreamOf(fact.ArtisanId), fact.ArtisanId, null, null, null, null, null))
                .Apply(welcomed).Shown(null)]);
    }
}
