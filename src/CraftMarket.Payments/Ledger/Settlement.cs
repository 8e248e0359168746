using CraftMarket.Kernel.Facts;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>A part was delivered: its money is the artisan's from that moment, in the transaction that says so.</summary>
public static class Settlement
{
    /// <summary>The entry of a delivered part; nothing where nothing was sold.</summary>
    public static IMartenOp Book(PartDelivered delivered) =>
        delivered.IsSale ? Bookings.Settled(delivered).Start() : MartenOps.Nothing();
}
