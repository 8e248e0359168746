using CraftMarket.Ordering;
using CraftMarket.Payments;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Workflows;

/// <summary>The buyer has a part in hand, as the buyer says with the order's key, or staff say: from now on its money is the
/// artisan's.</summary>
/// <param name="Key">The buyer's key; not needed when <paramref name="ByStaff"/>.</param>
public sealed record TakeDelivery(SellerOrderId SellerOrderId, string? Key, bool ByStaff) : Confidential;

public static class TakeDeliveryHandler
{
    public static Task<ArrivingPart> LoadAsync(TakeDelivery command, IDocumentSession session, IKeyStore keys,
        CancellationToken cancellation) =>
        Delivery.LoadAsync(command.SellerOrderId, session, keys, cancellation);

    public static Refusal? Validate(TakeDelivery command, ArrivingPart arriving) =>
        Delivery.Problem(arriving, command.Key, command.ByStaff);

    public static (Answer, IEnumerable<IMartenOp>) Handle(TakeDelivery command, ArrivingPart arriving, DateTimeOffset now) =>
        Delivery.Of(arriving.Hand.State!, arriving.Regency, LocalMonth.DayOf(now)) is { } delivered
            ? (Done.Instance, [arriving.Hand.Part!.Append(delivered), Settlement.Book(delivered)])
            : (Done.Instance, []);
}
