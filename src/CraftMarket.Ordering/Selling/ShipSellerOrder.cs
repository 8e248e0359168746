using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>An artisan hands a part to a courier.</summary>
/// <param name="NoTracking">True when the parcel has no tracking number; somebody who only forgot it is asked.</param>
public sealed record ShipSellerOrder(SellerOrderId SellerOrderId, ArtisanId ArtisanId, string Courier, string TrackingNumber,
    bool NoTracking = false) : Confidential
{
    public const int LongestCourier = 60, LongestTrackingNumber = 60;

    /// <summary>As it stands on the parcel; empty when it has none.</summary>
    public string TrackingNumber { get; init; } = TrackingNumber.Trim();
}

public static class ShipSellerOrderHandler
{
    public static Task<LockedSellerOrder> LoadAsync(ShipSellerOrder command, IDocumentSession session,
        CancellationToken cancellation) =>
        LockedSellerOrder.Load(session, command.SellerOrderId, cancellation, stock: true);

    public static Refusal? Validate(ShipSellerOrder command, LockedSellerOrder locked)
    {
        if (locked.Of(command.ArtisanId) is not { } part) return Refusal.Missing();
        if (Refusals.Of(Courier(command), TrackingNumber(command)) is { } wrong) return wrong;
        var again = part.Status == SellerOrderStatus.Shipped && part.Courier == command.Courier
            && part.TrackingNumber == command.TrackingNumber;
        return again || part.Status == SellerOrderStatus.Accepted ? null : LockedSellerOrder.WrongState(part);
    }

    private static Refusal? Courier(ShipSellerOrder command) => string.IsNullOrWhiteSpace(command.Courier)
        || command.Courier.Length > ShipSellerOrder.LongestCourier
        ? Refusal.Invalid("courier_missing", "Tulis nama kurir, atau «antar sendiri».",
            "Name the courier, or say that you bring it yourself.", "courier")
        : null;

    private static Refusal? TrackingNumber(ShipSellerOrder command)
    {
        if (command is { TrackingNumber: "", NoTracking: false })
            return Refusal.Invalid("tracking_number_missing", "Tulis nomor resi, atau pilih «tanpa nomor resi».",
                "Give the tracking number, or say that there is none.", "trackingNumber");
        return command.TrackingNumber.Length <= ShipSellerOrder.LongestTrackingNumber ? null
            : Refusal.Invalid("bad_tracking_number", $"Nomor resi paling banyak {ShipSellerOrder.LongestTrackingNumber} huruf.",
                $"A tracking number has at most {ShipSellerOrder.LongestTrackingNumber} letters.", "trackingNumber");
    }

    public static (Answer, IEnumerable<IMartenOp>) Handle(ShipSellerOrder command, LockedSellerOrder locked)
    {
        var part = locked.State!;
        if (part.Status == SellerOrderStatus.Shipped) return (Done.Instance, []);
        var gone = part.Lines.Pieces().Select(x => locked.Stock[x.Key].Append(new StockShipped(part.OrderId, x.Value)));
        return (Done.Instance, [.. gone, locked.Part!.Append(new SellerOrderShipped(command.Courier, command.TrackingNumber))]);
    }
}
