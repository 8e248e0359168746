using JasperFx;

namespace CraftMarket.Ordering;

/// <summary>Whose phone an order was placed with, for as long as it may be unpaid or unanswered. The phone is a keyed hash that
/// nobody can turn back.</summary>
/// <param name="Parts">What each part holds of the stock.</param>
public sealed record OpenOrder(OrderId Id, string PhoneHash, DateTimeOffset HeldUntil, IReadOnlyList<HeldPart> Parts)
{
    /// <summary>What the database finds it by (decision 0015).</summary>
    [Identity]
    public Guid Uuid => Id.Value;
}

/// <summary>Pieces that one part of an order took from the stock; what is made to order takes none.</summary>
public sealed record HeldPart(SellerOrderId Id, int Pieces);
