using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace CraftMarket.Payments;

/// <summary>The number of an order, for the rows of an artisan's earnings.</summary>
public sealed record OrderLabel(OrderId Id, string Number);

/// <summary>Somebody who may be paid out, even before anything was sold.</summary>
public sealed record KnownArtisan(ArtisanId Id);

/// <summary>Reads what others say of orders and artisans. Inline: the next page shows the number, the next payout asks for the
/// artisan.</summary>
public sealed partial class PaymentsReaders : EventProjection
{
    public PaymentsReaders()
    {
        Name = "PaymentsReaders";
        Options.DeleteViewTypeOnTeardown<OrderLabel>();
        Options.DeleteViewTypeOnTeardown<KnownArtisan>();
    }

    public void Project(IEvent<OrderNumbered> e, IDocumentOperations operations) =>
        operations.Store(new OrderLabel(OrderId.From(e.StreamId), e.Data.Number));

    public void Project(ArtisanWelcomed e, IDocumentOperations operations) => operations.Store(new KnownArtisan(e.ArtisanId));
}
