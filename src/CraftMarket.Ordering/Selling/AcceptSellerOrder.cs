using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>An artisan takes a part on. The first acceptance of a cash order gives it its number.</summary>
public sealed record AcceptSellerOrder(SellerOrderId SellerOrderId, ArtisanId ArtisanId);

public static class AcceptSellerOrderHandler
{
    public static Task<PartAtHand> LoadAsync(AcceptSellerOrder command, IDocumentSession session,
        CancellationToken cancellation) =>
        PartAtHand.Load(session, command.SellerOrderId, cancellation, number: true);

    public static Refusal? Validate(AcceptSellerOrder command, PartAtHand hand) => hand.Of(command.ArtisanId) switch
    {
        null => Refusal.Missing(),
        { Status: SellerOrderStatus.Received or SellerOrderStatus.Accepted } => null,
        var part => PartAtHand.WrongState(part),
    };

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(AcceptSellerOrder command, PartAtHand hand)
    {
        if (hand.State!.Status == SellerOrderStatus.Accepted) return (Done.Instance, [], []);
        var accepted = hand.Part!.Write(new SellerOrderAccepted());
        if (hand.Book is not { } book) return (Done.Instance, [accepted], []);
        var number = book.Aggregate!.NextNumber;
        return (Done.Instance,
            [accepted, hand.Order!.Write(new OrderNumberGiven(number)), book.Write(new OrderEntered(hand.State.OrderId))],
            [new OrderNumbered(hand.State.OrderId, number)]);
    }
}
