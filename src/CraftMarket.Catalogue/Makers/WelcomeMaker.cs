using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>Makes a maker of everyone who becomes an artisan.</summary>
public static class WelcomeMakerHandler
{
    public static Task<IEventStream<Maker>> LoadAsync(ArtisanWelcomed fact, IDocumentSession session, CancellationToken cancellation) =>
        session.Events.FetchForWriting<Maker>(Maker.StreamOf(fact.ArtisanId), cancellation);

    public static void Handle(ArtisanWelcomed fact, IEventStream<Maker> maker)
    {
        if (maker.Aggregate?.Village != fact.Village) maker.AppendOne(new MakerWelcomed(fact.ArtisanId, fact.Village));
    }
}
