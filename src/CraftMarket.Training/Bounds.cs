using System.Globalization;

namespace CraftMarket.Training;

/// <summary>How long, how large and of which years is what the office and companions type: events keep it for ever, and what is
/// beyond was mistyped or pasted.</summary>
public static class Bounds
{
    /// <summary>Of programmes, batches, organisers and venues.</summary>
    public const int Name = 200;

    public const int Skill = 60;

    /// <summary>What buyers read of a training.</summary>
    public const int PublicTitle = 120;

    public const int Register = 60;

    /// <summary>Who keeps or sent a list.</summary>
    public const int Source = 100;

    public const int Note = 2_000;

    /// <summary>More registers than the country has for one person.</summary>
    public const int Registers = 20;

    /// <summary>People of a programme: a fifth of the province.</summary>
    public const int Target = 1_000_000;

    /// <summary>No training, register or visit that anybody will write down is older.</summary>
    private static readonly DateOnly First = new(2000, 1, 1);

    /// <summary>Browsers count a line's end as one letter and send it as two.</summary>
    internal static bool IsTooLong(string? text, int most) => text?.Trim().ReplaceLineEndings("\n").Length > most;

    internal static bool IsFarOff(DateOnly? day, DateTimeOffset now) => day < First || day > LocalMonth.DayOf(now).AddYears(5);

    internal static Refusal? Text(string? text, int most, string field) => IsTooLong(text, most)
        ? Refusal.Invalid("text_too_long", $"Terlalu panjang. Paling banyak {most} huruf.", $"Too long. At most {most} letters.",
            field)
        : null;

    internal static Refusal? Number(int? number, int most, string field) => number <= most || number is null ? null
        : Refusal.Invalid("number_too_large",
            $"Paling banyak {most.ToString("N0", CultureInfo.GetCultureInfo("id-ID"))}. Periksa angkanya.",
            $"At most {most.ToString("N0", CultureInfo.InvariantCulture)}. Check the number.", field);

    internal static Refusal? Day(DateOnly? day, DateTimeOffset now, string field) => IsFarOff(day, now)
        ? Refusal.Invalid("day_far_off", "Tanggal paling awal tahun 2000 dan paling jauh lima tahun lagi. Periksa tahunnya.",
            "Not before 2000 and at most five years from now. Check the year.", field)
        : null;
}
