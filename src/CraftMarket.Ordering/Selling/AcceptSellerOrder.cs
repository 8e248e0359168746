using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>An artisan takes a part on. The first acceptance of a cash order gives it its number.</summary>
public sealed record AcceptSellerOrder(SellerOrderId SellerOrderId, ArtisanId ArtisanId);

public static class AcceptSellerOrderHandler
{
    public static Task<LockedSellerOrder> LoadAsync(AcceptSellerOrder command, IDocumentSession session,
        CancellationToken cancellation) =>
        LockedSellerOrder.Load(session, command.SellerOrderId, cancellation, number: true);

    public static Refusal? Validate(AcceptSellerOrder command, LockedSellerOrder hand) =>
        hand.Of(command.ArtisanId) is not { } part ? Refusal.Missing()
            : part.IsUnsent ? null : LockedSellerOrder.WrongState(part);

    public static (Answer, IEnumerable<IMartenOp>) Handle(AcceptSellerOrder command, LockedSellerOrder hand)
    {
        if (hand.State!.Status == SellerOrderStatus.Accepted) return (Done.Instance, []);
        var accepted = hand.Part!.Append(new SellerOrderAccepted());
        if (hand.Book is not { } book) return (Done.Instance, [accepted]);
        var number = book.Aggregate!.NextNumber;
        return (Done.Instance,
            [accepted, hand.Order!.Append(new OrderNumbered(number)), book.Append(new OrderEntered(hand.State.OrderId))]);
    }
}
