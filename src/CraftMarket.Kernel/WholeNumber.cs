using System.Globalization;
using System.Text.RegularExpressions;

namespace CraftMarket.Kernel;

/// <summary>A number without a fraction, as people in Indonesia write it: digits alone, or in groups of three with a dot or a
/// space between them.</summary>
public static partial class WholeNumber
{
    /// <summary>Null for what is none: <c>2.5</c> and <c>150000.00</c> are no whole numbers and are not made into some.</summary>
    public static long? Read(string? text)
    {
        var bare = text?.Trim() ?? "";
        return Written().IsMatch(bare) && long.TryParse(bare.Replace(".", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;
    }

    [GeneratedRegex(@"^([0-9]+|[0-9]{1,3}([. ][0-9]{3})+)\z")]
    private static partial Regex Written();
}
