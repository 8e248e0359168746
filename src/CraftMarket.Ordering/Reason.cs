namespace CraftMarket.Ordering;

/// <summary>Why something is refused, given back or ended, as whoever waits for it reads.</summary>
public static class Reason
{
    /// <summary>In letters.</summary>
    public const int Longest = 300;

    internal static Refusal? Problem(string? reason) =>
        !string.IsNullOrWhiteSpace(reason) && reason.Length <= Longest ? null
            : Refusal.Invalid("reason_missing", $"Tulis alasannya, paling banyak {Longest} huruf.",
                $"Give the reason, at most {Longest} letters.", "reason");

    /// <summary>The code of a reason that nobody typed; null for one that somebody did.</summary>
    internal static string? CodeOf(string? reason) => reason switch
    {
        ExpireOrderHandler.NotAnswered => ExpireOrderHandler.NotAnsweredCode,
        FreeHoldHandler.Freed => FreeHoldHandler.FreedCode,
        CancelOrderHandler.Cancelled => CancelOrderHandler.CancelledCode,
        _ => null,
    };
}
