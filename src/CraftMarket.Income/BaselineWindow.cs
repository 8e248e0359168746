namespace CraftMarket.Income;

/// <summary>All income of a household in a month before a training.</summary>
/// <param name="Month">The latest month that was told of.</param>
public sealed record IncomeBefore(decimal Net, LocalMonth Month);

/// <summary>Which months tell of the time before a training: the six whole months before its first day.</summary>
internal static class BaselineWindow
{
    public const string Late = "late_baseline";
    public const string TooEarly = "outside_window";

    private const int Months = 6;

    /// <summary>What a month lies outside for, as the contract names it; null when it tells of the time before.</summary>
    public static string? Outside(LocalMonth month, DateOnly firstDay) => month >= LocalMonth.Of(firstDay) ? Late
        : month < LocalMonth.Of(firstDay).Plus(-Months) ? TooEarly : null;

    public static bool Holds(LocalMonth month, DateOnly firstDay) => Outside(month, firstDay) is null;
}
