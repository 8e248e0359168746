namespace CraftMarket.Ordering;

public static class TellBuyerHandler
{
    public static Task Handle(TellBuyer message, BuyerPost post, CancellationToken cancellation) =>
        post.Tell(message.OrderId, message.Since, cancellation);
}
