using CraftMarket.Ordering;
using CraftMarket.Web.Pages;

namespace CraftMarket.Web.Orders;

/// <summary>The way of a part in plain words: what is done, what happens now, what comes.</summary>
/// <param name="State"><c>done</c>, <c>now</c> or <c>next</c>.</param>
internal sealed record PartSteps(string Words, string State)
{
    public static IEnumerable<PartSteps> Of(BuyerOrder order, BuyerPart part, Say say)
    {
        var reached = part.Status switch
        {
            SellerOrderStatus.Received => 2,
            SellerOrderStatus.Accepted => 3,
            SellerOrderStatus.Shipped => 4,
            SellerOrderStatus.Delivered => 5,
            SellerOrderStatus.Refused or SellerOrderStatus.GivenBack => throw new ArgumentException("It is off.", nameof(part)),
            null => 1,
        };
        // Cash changes hands at the door, so paying is the end of that way and nothing is paid before.
        var cash = order.Method.IsPaidAtDoor();
        string[] steps =
        [
            say("Pesanan dibuat", "Order placed"),
            reached > 1 ? say("Sudah dibayar", "Paid") : say("Menunggu pembayaran", "Waiting for payment"),
            reached > 2 ? say("Diterima perajin dan disiapkan", "Accepted and being made ready")
                : say("Menunggu jawaban perajin", "Waiting for the maker's answer"),
            reached > 3 ? say("Sudah dikirim", "Sent") : say("Dikirim", "Sending"),
            part.DeliveredOn is { } on ? say($"Sampai, {Dates.Day(on, "id")}", $"Arrived, {Dates.Day(on, "en")}") : cash
                ? say("Sampai, lalu Anda bayar tunai", "Arrives, and you pay cash")
                : say("Sampai di tangan Anda", "In your hands"),
        ];
        return steps.Select((words, index) => new PartSteps(words, index < reached ? "done" : index == reached ? "now" : "next"))
            .Where((_, index) => !(cash && index == 1));
    }
}
