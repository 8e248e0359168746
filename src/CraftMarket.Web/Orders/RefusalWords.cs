using CraftMarket.Ordering;
using CraftMarket.Web.Pages;

namespace CraftMarket.Web.Orders;

/// <summary>Why a part was refused, in the reader's language where the house itself said it; an artisan's own words stay as
/// written.</summary>
internal static class RefusalWords
{
    public static string? Of(string? code, string? reason, Say say) => code switch
    {
        ExpireOrderHandler.NotAnsweredCode => say(ExpireOrderHandler.NotAnswered, "Not answered in the time given."),
        FreeHoldHandler.FreedCode => say(FreeHoldHandler.Freed, "Ended by the CraftMarket office."),
        CancelOrderHandler.CancelledCode => say(CancelOrderHandler.Cancelled, "Cancelled by the buyer on the order's page."),
        _ => reason,
    };

    /// <summary>The same for the artisan, in a few words beside her part.</summary>
    public static string Tag(string? code, Say say) => code switch
    {
        ExpireOrderHandler.NotAnsweredCode => say("Batal: tidak dijawab sampai batas waktunya", "Ended: not answered in time"),
        FreeHoldHandler.FreedCode => say("Batal: dibatalkan kantor", "Ended: cancelled by the office"),
        CancelOrderHandler.CancelledCode => say("Batal: dibatalkan pembeli", "Ended: cancelled by the buyer"),
        _ => say("Ditolak", "Refused"),
    };
}
