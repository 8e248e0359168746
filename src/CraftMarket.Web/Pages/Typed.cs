using System.Globalization;

namespace CraftMarket.Web.Pages;

/// <summary>Reads what people type on a telephone: <c>Rp 150.000</c>, <c>150000</c> and <c>150.000,-</c> are one amount.</summary>
internal static class Typed
{
    public static Rupiah? Money(string? text) => Digits(text?.Replace(",-", "", StringComparison.Ordinal).Replace("Rp", "", StringComparison.OrdinalIgnoreCase)) is { } amount
        ? new Rupiah(amount) : null;

    public static int? Count(string? text) => Digits(text) is <= int.MaxValue and var count ? (int)count : null;

    private static long? Digits(string? text)
    {
        var bare = text?.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return long.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
