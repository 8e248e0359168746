using CraftMarket.Ordering;
using CraftMarket.Web.Pages;

namespace CraftMarket.Web.Shipping;

/// <summary>How long a parcel takes, in words.</summary>
internal static class ParcelWords
{
    public static string Days(ParcelQuote parcel, Say say) => Days(parcel.DaysMin, parcel.DaysMax, say);

    /// <summary>From the day that it is sent.</summary>
    public static string Days(int least, int most, Say say) =>
        most == 0 ? say("tiba di hari yang sama", "arrives on the day it is sent")
        : least == most ? say($"tiba {most} hari setelah dikirim", $"arrives {Many.Of(most, "day")} after it is sent")
        : say($"tiba {least} sampai {most} hari setelah dikirim", $"arrives {least} to {most} days after it is sent");
}
