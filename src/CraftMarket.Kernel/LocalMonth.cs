using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CraftMarket.Kernel;

/// <summary>A calendar month in WITA (Asia/Makassar); its edge is midnight there, not in UTC.</summary>
[JsonConverter(typeof(LocalMonthJson))]
public readonly record struct LocalMonth(int Year, int Month) : IComparable<LocalMonth>
{
    /// <summary>Central Indonesian time, UTC+8, without daylight saving.</summary>
    public static readonly TimeZoneInfo Wita = TimeZoneInfo.FindSystemTimeZoneById("Asia/Makassar");

    public DateOnly FirstDay => new(Year, Month, 1);

    public static LocalMonth Of(DateTimeOffset instant) => Of(DayOf(instant));
    public static LocalMonth Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>The day on a wall calendar in NTB at that instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Wita).DateTime);

    /// <summary>So many months on, or back; at the ends of the calendar it stops: somebody may have typed the year 1.</summary>
    public LocalMonth Plus(int months)
    {
        var at = (int)Math.Clamp(Year * 12L + Month - 1 + months, 12, 9999 * 12 + 11);
        return new(at / 12, at % 12 + 1);
    }

    /// <summary>Months from this one to the other, counting both; zero or less when the other is earlier.</summary>
    public int Through(LocalMonth last) => (last.Year - Year) * 12 + last.Month - Month + 1;

    public static bool TryParse(string? text, out LocalMonth month)
    {
        var read = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        month = read ? Of(day) : default;
        return read;
    }

    public int CompareTo(LocalMonth other) => FirstDay.CompareTo(other.FirstDay);
    public static bool operator <(LocalMonth a, LocalMonth b) => a.CompareTo(b) < 0;
    public static bool operator >(LocalMonth a, LocalMonth b) => a.CompareTo(b) > 0;
    public static bool operator <=(LocalMonth a, LocalMonth b) => a.CompareTo(b) <= 0;
    public static bool operator >=(LocalMonth a, LocalMonth b) => a.CompareTo(b) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}

internal sealed class LocalMonthJson : JsonConverter<LocalMonth>
{
    public override LocalMonth Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        LocalMonth.TryParse(reader.GetString(), out var month) ? month : throw new JsonException("A month is written 2026-11.");

    public override void Write(Utf8JsonWriter writer, LocalMonth value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
