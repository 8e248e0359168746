namespace CraftMarket.Income;

/// <summary>Reads a month that somebody typed.</summary>
internal static class Months
{
    public static LocalMonth? Find(string? text) => LocalMonth.TryParse(text, out var month) ? month : null;

    public static Refusal? Refuse(string? text, string field, DateTimeOffset now)
    {
        if (Find(text) is not { } month)
            return Refusal.Invalid("month_invalid", "Tulis bulan seperti 2026-11.", "Write the month as 2026-11.", field);
        return month > LocalMonth.Of(now)
            ? Refusal.Invalid("month_in_future", "Bulan ini belum tiba.", "This month lies in the future.", field)
            : null;
    }
}
