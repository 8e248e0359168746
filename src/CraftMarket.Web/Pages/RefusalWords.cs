using CraftMarket.Ordering;

namespace CraftMarket.Web.Pages;

/// <summary>Why a part was refused, in the reader's language where the house itself said it; an artisan's own words stay as
/// written.</summary>
internal static class RefusalWords
{
    public static string? Of(string? code, string? reason, Say say) => code switch
    {
        LapseOrderHandler.NotAnsweredCode => say(LapseOrderHandler.NotAnswered, "Not answered in the time given."),
        FreeHoldHandler.FreedCode => say(FreeHoldHandler.Freed, "Ended by the CraftMarket office."),
        CancelOrderHandler.CancelledCode => say(CancelOrderHandler.Cancelled, "Cancelled by the buyer on the order's page."),
        _ => reason,
    };
}
