using System.Globalization;

namespace CraftMarket.Web.Pages;

/// <summary>Days, times and months as people in NTB write them, in WITA.</summary>
internal static class Dates
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string Day(DateOnly day, string language) => day.ToString("d MMMM yyyy", In(language));

    public static string Day(DateTimeOffset instant, string language) => Day(LocalMonth.DayOf(instant), language);

    public static string Time(DateTimeOffset instant, string language) =>
        TimeZoneInfo.ConvertTime(instant, LocalMonth.Wita)
            .ToString(language == "en" ? "d MMM yyyy, HH:mm" : "d MMM yyyy, HH.mm", In(language)) + " WITA";

    /// <summary>With the day of the week, for what has to happen by then: <c>Rabu, 2 Des 2026, 09.54 WITA</c>.</summary>
    public static string DayAndTime(DateTimeOffset instant, string language) =>
        TimeZoneInfo.ConvertTime(instant, LocalMonth.Wita).ToString("dddd, ", In(language)) + Time(instant, language);

    /// <summary>How long ago something was: under an hour, in hours, or from two days on in days.</summary>
    public static string Age(DateTimeOffset since, DateTimeOffset now, string language) => (now - since) switch
    {
        { TotalHours: < 1 } => language == "en" ? "for less than an hour" : "kurang dari 1 jam",
        { TotalHours: < 48 and var hours } => language == "en" ? $"for {Many.Of((int)hours, "hour")}" : $"sudah {(int)hours} jam",
        var age => language == "en" ? $"for {(int)age.TotalDays} days" : $"sudah {(int)age.TotalDays} hari",
    };

    /// <summary>From one day to another: <c>3–8 Maret 2026</c>.</summary>
    public static string Span(DateOnly first, DateOnly last, string language) => first == last ? Day(last, language)
        : first.Year == last.Year && first.Month == last.Month ? $"{first.Day}–{Day(last, language)}"
        : $"{Day(first, language)} – {Day(last, language)}";

    public static string Month(LocalMonth month, string language) => month.FirstDay.ToString("MMMM yyyy", In(language));

    private static CultureInfo In(string language) => language == "en" ? English : Indonesian;
}
