using CraftMarket.Kernel.Facts;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>Somebody who may be paid out, even before anything was sold.</summary>
public sealed record KnownArtisan(ArtisanId Id);

public static class KnowArtisanHandler
{
    public static IMartenOp Handle(ArtisanWelcomed fact) => MartenOps.Store(new KnownArtisan(fact.ArtisanId));
}
