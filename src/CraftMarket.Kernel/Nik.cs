using System.Diagnostics.CodeAnalysis;

namespace CraftMarket.Kernel;

/// <summary>A sixteen-digit Indonesian identity number: place of first registration, birth date (day + 40 for women),
/// serial.</summary>
/// <remarks>The code of the place is not checked: regions split and the number stays. No check digit is published.</remarks>
public sealed record Nik
{
    private Nik(string digits) => Digits = digits;

    public string Digits { get; }

    /// <summary>Province of first registration; 99 exists nowhere and marks demo data.</summary>
    public string Province => Digits[..2];

    public bool IsFictitious => Province == "99";

    public bool SaysFemale => Day > 40;

    private int Day => int.Parse(Digits[6..8]);

    public static bool TryParse(string? text, [NotNullWhen(true)] out Nik? nik)
    {
        nik = null;
        var digits = text?.Trim();
        if (digits is not { Length: 16 } || !digits.All(char.IsAsciiDigit)) return false;
        if (digits[12..] == "0000") return false;
        var candidate = new Nik(digits);
        if (candidate.PossibleBirthDates().Count == 0) return false;
        nik = candidate;
        return true;
    }

    /// <summary>Whether the number agrees with a stated birth date and sex; a mismatch warns, it never refuses.</summary>
    public bool Matches(DateOnly birthDate, bool female) =>
        SaysFemale == female && PossibleBirthDates().Contains(birthDate);

    private List<DateOnly> PossibleBirthDates()
    {
        var day = Day > 40 ? Day - 40 : Day;
        int month = int.Parse(Digits[8..10]), year = int.Parse(Digits[10..12]);
        return [.. new[] { 1900 + year, 2000 + year }
            .Where(y => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(y, month))
            .Select(y => new DateOnly(y, month, day))];
    }

    /// <summary>Never the number itself: it must not reach a log by accident.</summary>
    public override string ToString() => "NIK ****";
}
