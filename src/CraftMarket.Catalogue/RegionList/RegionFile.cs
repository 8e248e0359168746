using CsvHelper;

namespace CraftMarket.Catalogue;

/// <summary>A row of an official list, as written.</summary>
/// <param name="Row">Line of the file; the header is line 1.</param>
public sealed record RegionRow(int Row, string Code, string Level, string Name, string? BpsCode);

/// <summary>A line whose quotation marks do not match, so that nobody can say what it names.</summary>
/// <param name="Start">What stands before its first column ends, to find it by.</param>
public sealed record DamagedLine(int Row, string Start);

/// <summary>An official list of regions as a CSV file: <c>kemendagri_code,level,name</c> and perhaps <c>bps_code</c>.</summary>
/// <param name="Damaged">Lines that could not be read.</param>
public sealed record RegionFile(IReadOnlyList<RegionRow> Rows, IReadOnlyList<DamagedLine> Damaged) : Answer
{
    public const int MaxBytes = 4 * 1024 * 1024;

    private const int LongestStart = 20;

    /// <summary>Some line's code cannot be read, and any region may have stood there.</summary>
    public bool IsDoubtful => Damaged.Count > 0 || Rows.Any(x => !RegionCode.TryParse(x.Code, out _));

    private static readonly string[] Needed = ["kemendagri_code", "level", "name"];

    // No region's name has a line break, so a quotation mark left open ends with its line and swallows no other.
    private static readonly CsvReaderOptions Options = new()
    {
        TrimWhitespace = true, TrackLineNumbers = true, AllowLineBreaksInQuotes = false,
        MalformedData = CsvMalformedDataHandling.Skip,
    };

    /// <summary>Reads a file; refuses one that is no such list at all.</summary>
    public static Answer Read(byte[] file)
    {
        var damaged = new List<DamagedLine>();
        using var csv =
            CsvReader.Create(file,
            Options with { OnMalformedRecord = x => damaged.Add(new((int)x.LineNumber, StartOf(x.RawRecord))) });
        csv.ReadHeader();
        if (!Needed.All(x => csv.TryGetFieldIndex(x, out _)))
            return Refusal.Invalid("columns_missing", "Baris pertama harus memuat kolom kemendagri_code, level, name.",
                "The first line must name the columns kemendagri_code, level, name.", "file");
        var rows = new List<RegionRow>();
        while (csv.Read())
            rows.Add(new((int)csv.LineNumber, Cell(csv, "kemendagri_code") ?? "", Cell(csv, "level") ?? "", Cell(csv, "name")
                ?? "", Cell(csv, "bps_code")));
        return new RegionFile(rows, damaged);
    }

    private static string StartOf(string line)
    {
        var start = line.Split(',', ';', '\t', '|')[0].Trim(' ', '"');
        return start.Length <= LongestStart ? start : start[..LongestStart];
    }

    private static string? Cell(CsvReader csv, string column) =>
        csv.TryGetFieldIndex(column, out var index) && index < csv.FieldCount && csv.GetString(index) is { } text
            && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
