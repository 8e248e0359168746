using System.Globalization;
using System.Security.Cryptography;
using CraftMarket.Training.Participants;
using CsvHelper;

namespace CraftMarket.Training.SourceLists;

/// <summary>One person of a list that an agency sent. Never printed: it is personal.</summary>
/// <param name="Row">Line of the file; the header is line 1.</param>
/// <param name="BirthDate">Null when it cannot be read as a date.</param>
public sealed record SourcePerson(int Row, string Name, string Nik, DateOnly? BirthDate, string Sex, string VillageCode,
    string? Phone, IReadOnlyList<RegisterClaim> Registers, SourceRow Origin)
{
    public override string ToString() => $"row {Row}";
}

/// <summary>A list as a CSV file with a header line: comma, semicolon or tab between the columns.</summary>
/// <param name="Hash">SHA-256 of the bytes: the same file is recognised whoever sends it.</param>
/// <param name="Damaged">Lines that cannot be read; whoever stands there is to be named by the line.</param>
public sealed record SourceList(string Hash, IReadOnlyList<SourcePerson> People, IReadOnlyList<int> Damaged) : Answer
{
    /// <summary>Why a damaged line is not taken.</summary>
    public static readonly Refusal RowDamaged = Refusal.Invalid("row_damaged",
        "Baris ini tidak bisa dibaca: ada tanda kutip yang tidak lengkap atau huruf yang rusak. Perbaiki baris itu, lalu impor "
        + "lagi.",
        "This line cannot be read: a quotation mark is missing, or a letter is damaged. Correct the line and import it again.",
        "file");

    private static readonly string[] Needed = ["name", "nik", "birthdate", "sex", "villagecode"];

    // Agencies of Indonesia head their columns in their own words.
    private static readonly Dictionary<string, string> Indonesian = new()
    {
        ["name"] = "nama", ["birthdate"] = "tanggal lahir", ["sex"] = "jenis kelamin", ["villagecode"] = "kode desa",
        ["phone"] = "telepon",
        ["register"] = "daftar", ["asof"] = "per tanggal", ["decile"] = "desil",
    };

    // Nobody's name has a line break, so a quotation mark left open ends with its line and swallows no other.
    private static readonly CsvReaderOptions Options = new()
    {
        TrimWhitespace = true, TrackLineNumbers = true, IncludeValuesInExceptions = false, AllowLineBreaksInQuotes = false,
        MalformedData = CsvMalformedDataHandling.Skip,
    };

    private static readonly string[] DayForms = ["yyyy-MM-dd", "dd/MM/yyyy", "dd-MM-yyyy", "d/M/yyyy"];

    /// <summary>Reads a file; refuses one that is no such list at all.</summary>
    /// <param name="source">Who sent the list, such as Bappeda NTB.</param>
    /// <param name="asOf">The day that the list describes, where a row has no day of its own.</param>
    public static Answer Read(byte[] file, string? source, DateOnly? asOf)
    {
        if (string.IsNullOrWhiteSpace(source) || asOf is not { } day)
            return Refusal.Invalid("register_incomplete", "Sebutkan sumber dan tanggal daftar ini.",
                "Say where the list comes from and of which day.", "source");
        if (Bounds.Text(source, Bounds.Source, "source") is { } tooLong) return tooLong;
        var hash = Convert.ToHexString(SHA256.HashData(file));
        var damaged = new List<int>();
        using var csv =
            CsvReader.Create(ListText.InUnicode(file), Options with { OnMalformedRecord = x => damaged.Add((int)x.LineNumber) });
        csv.ReadHeader();
        if (!Needed.All(x => Find(csv, x, out _)))
            return Refusal.Invalid("columns_missing",
                "Baris pertama harus memuat kolom nama, nik, tanggal lahir, jenis kelamin, kode desa.",
                "The first line must name the columns name, nik, birthDate, sex, villageCode.", "file");
        var people = new List<SourcePerson>();
        while (csv.Read())
        {
            if (ListText.IsDamaged(csv.RawRecord)) damaged.Add((int)csv.LineNumber);
            else people.Add(PersonOf(csv, new(hash, (int)csv.LineNumber, source.Trim(), day)));
        }

        return new SourceList(hash, people, damaged);
    }

    private static SourcePerson PersonOf(CsvReader csv, SourceRow origin) =>
        new(origin.Row, Cell(csv, "name") ?? "", Cell(csv, "nik") ?? "",
        DayOf(Cell(csv, "birthdate")), SexOf(Cell(csv, "sex")), Cell(csv, "villagecode") ?? "", Cell(csv, "phone"),
        [.. ClaimsOf(csv, origin)], origin);

    /// <summary>Several registers may stand in one cell, with a stroke between them.</summary>
    private static IEnumerable<RegisterClaim> ClaimsOf(CsvReader csv, SourceRow origin)
    {
        var asOf = Cell(csv, "asof") is { } written ? DayOf(written) : origin.AsOf;
        // A decile that is no number must be refused, not forgotten.
        int? decile = Cell(csv, "decile") is { } text ? int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number
            : -1 : null;
        return (Cell(csv, "register") ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(x => new RegisterClaim(x, origin.Source, asOf, decile));
    }

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Identity cards and lists write P for perempuan and L for laki-laki.</summary>
    private static string SexOf(string? text) => text?.ToUpperInvariant() switch
    {
        "P" or "PEREMPUAN" => "f",
        "L" or "LAKI-LAKI" => "m",
        _ => text ?? "",
    };

    private static bool Find(CsvReader csv, string column, out int index) =>
        csv.TryGetFieldIndex(column, out index)
            || (Indonesian.TryGetValue(column, out var own) && csv.TryGetFieldIndex(own, out index));

    private static string? Cell(CsvReader csv, string column) =>
        Find(csv, column, out var index) && index < csv.FieldCount && csv.GetString(index) is { } text
            && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
