namespace CraftMarket.Ordering;

public static class TellOrderConfirmedHandler
{
    public static Task Handle(TellOrderConfirmed message, BuyerPost post, CancellationToken cancellation) => post.Confirmed(message.OrderId, cancellation);
}

public static class TellPartShippedHandler
{
    public static Task Handle(TellPartShipped message, BuyerPost post, CancellationToken cancellation) => post.Shipped(message.SellerOrderId, cancellation);
}

public static class TellPartRefusedHandler
{
    public static Task Handle(TellPartRefused message, BuyerPost post, CancellationToken cancellation) => post.Refused(message.SellerOrderId, cancellation);
}
