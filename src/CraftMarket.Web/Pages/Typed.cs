using System.Globalization;

namespace CraftMarket.Web.Pages;

/// <summary>Reads what people type on a telephone: <c>Rp 150.000</c>, <c>150000</c> and <c>150.000,-</c> are one
/// amount.</summary>
internal static class Typed
{
    private static readonly string[] DayForms = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];
    private static readonly string[] MonthForms = ["yyyy-MM", "M/yyyy", "M-yyyy"];

    public static Rupiah? Money(string? text) => Rupiah.Read(text);

    public static int? Count(string? text) => WholeNumber.Read(text) is <= int.MaxValue and var count ? (int)count : null;

    /// <summary>Hours of work: <c>3</c>, <c>2,5</c> or <c>2.5</c>, at most ten thousand.</summary>
    public static decimal? Hours(string? text) =>
        decimal.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
        out var hours) && hours <= 10_000 ? hours : null;

    /// <summary>What was typed, or nothing.</summary>
    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Words for a command that wants some. Browsers count a line's end as one letter and send it as two.</summary>
    public static string Words(string? text) => text?.Trim().ReplaceLineEndings("\n") ?? "";

    /// <summary>A day from a calendar control, or written day first where the browser has none.</summary>
    public static DateOnly? Day(string? text) => Date(text, DayForms);

    public static LocalMonth? Month(string? text) => Date(text, MonthForms) is { } day ? LocalMonth.Of(day) : null;

    private static DateOnly? Date(string? text, string[] forms) =>
        DateOnly.TryParseExact(text?.Trim(), forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
