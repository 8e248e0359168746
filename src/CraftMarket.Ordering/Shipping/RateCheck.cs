using System.Globalization;

namespace CraftMarket.Ordering;

/// <summary>What is wrong with a row.</summary>
public sealed record RateProblem(string Code, Wording Why);

/// <summary>Reads a row of a table of shipping rates: amounts and days as people and spreadsheets write them.</summary>
internal static class RateCheck
{
    private static readonly string[] DayForms = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];
    private static readonly Rupiah Most = new(10_000_000);
    private const int MostDays = 90;

    /// <param name="today">What a row without a day begins with.</param>
    public static (ShippingRateSet? Set, RateProblem? Problem) Read(RateRow row, DateOnly today)
    {
        if (row.Damaged)
            return Bad("row_damaged", "Tanda kutip di baris ini tidak lengkap, jadi isinya tidak bisa dibaca.",
                "A quotation mark is missing in this line, so it cannot be read.");
        var zone = Zone(row.Zone);
        if (zone is null)
            return Bad("unknown_zone",
                $"Zona “{row.Zone}” tidak dikenal. Pakai same_regency, same_island, other_island, kode provinsi seperti 31, "
                    + "atau kode kabupaten/kota di luar NTB seperti 31.01.",
                $"There is no zone “{row.Zone}”. Use same_regency, same_island, other_island, the code of a province such as 31, "
                    + "or of a regency outside NTB such as 31.01.");
        var from = row.From.Length == 0 ? today : Day(row.From);
        if (from is null)
            return Bad("day_unreadable",
                "Tanggal mulai ditulis seperti 2026-12-01 atau 1/12/2026; kosong berarti mulai hari ini.",
                "The first day is written like 2026-12-01 or 1/12/2026; empty means from today.");
        // Four empty cells say that nothing is sent there; some of them empty is a mistake.
        if (row is { BaseFee: "", PerKilogram: "", DaysMin: "", DaysMax: "" }) return (new(zone, from.Value, null), null);
        if (Rupiah.Read(row.BaseFee) is not { } first || Rupiah.Read(row.PerKilogram) is not { } further || first > Most
            || further > Most)
            return Bad("amount_unreadable",
                "Ongkos dasar dan ongkos per kg ditulis dalam rupiah utuh, paling banyak Rp10.000.000. Contoh: 32000.",
                "The base fee and the fee per kg are whole rupiah, at most Rp10.000.000. Example: 32000.");
        if (Days(row.DaysMin) is not { } least || Days(row.DaysMax) is not { } most || least > most)
            return Bad("days_unreadable",
                $"Lama kirim ditulis dalam hari, 0 sampai {MostDays}, dan days_min tidak lebih dari days_max.",
                $"How long it takes is written in days, 0 to {MostDays}, and days_min is not more than days_max.");
        return (new(zone, from.Value, new(first, further, least, most)), null);
    }

    /// <summary>A spreadsheet takes 31.10 for a number and makes 31.1 or 31,1 of it, or 3110; none of them has a second
    /// reading.</summary>
    private static string? Zone(string text)
    {
        if (ZoneCode.Exists(text)) return text;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length is < 3 or > 4 || text.Any(x => !char.IsAsciiDigit(x) && x is not ('.' or ','))) return null;
        var code = $"{digits[..2]}.{digits[2..].PadRight(2, '0')}";
        return ZoneCode.Exists(code) ? code : null;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static int? Days(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostDays ? days : null;

    private static (ShippingRateSet?, RateProblem) Bad(string code, string indonesian, string english) =>
        (null, new(code, new(indonesian, english)));
}
