using CsvHelper;

namespace CraftMarket.Ordering;

/// <summary>A row of a table of shipping rates, as written.</summary>
/// <param name="Row">Line of the file; the header is line 1.</param>
/// <param name="Damaged">Its quotation marks do not match, so that nobody can say what stands there.</param>
public sealed record RateRow(int Row, string Zone, string From, string BaseFee, string PerKilogram, string DaysMin,
    string DaysMax, bool Damaged = false);

/// <summary>A table of shipping rates as a CSV file: <c>zone,name,from,base_fee,per_kg,days_min,days_max</c>. The name is for its
/// readers alone.</summary>
public sealed record RateFile(IReadOnlyList<RateRow> Rows) : Answer
{
    public const int MaxBytes = 512 * 1024;
    public const int MostRows = 2_000;

    public static readonly IReadOnlyList<string> Columns = ["zone", "name", "from", "base_fee", "per_kg", "days_min", "days_max"];

    private static readonly CsvReaderOptions Options = new()
    {
        TrimWhitespace = true, TrackLineNumbers = true, AllowLineBreaksInQuotes = false,
        MalformedData = CsvMalformedDataHandling.Skip,
    };

    /// <summary>Reads a file; refuses one that is no such table at all.</summary>
    public static Answer Read(byte[] file)
    {
        var rows = new List<RateRow>();
        using var csv = CsvReader.Create(file, Options with
        {
            OnMalformedRecord = x => rows.Add(new((int)x.LineNumber, "", "", "", "", "", "", Damaged: true)),
        });
        csv.ReadHeader();
        var missing = Columns.Where(x => x is not ("name" or "from") && !csv.TryGetFieldIndex(x, out _)).ToList();
        if (missing.Count > 0)
        {
            var (all, lacking) = (string.Join(", ", Columns), string.Join(", ", missing));
            return Refusal.Invalid("columns_missing",
                $"Baris pertama berkas harus memuat kolom {all}. Yang belum ada: {lacking}.",
                $"The first line of the file must name the columns {all}. Missing: {lacking}.", "file");
        }

        while (csv.Read())
        {
            rows.Add(new((int)csv.LineNumber, Cell(csv, "zone"), Cell(csv, "from"), Cell(csv, "base_fee"), Cell(csv, "per_kg"),
                Cell(csv, "days_min"), Cell(csv, "days_max")));
            if (rows.Count > MostRows)
                return Refusal.Invalid("too_many_rows", $"Paling banyak {MostRows} baris dalam satu berkas.",
                    $"At most {MostRows} rows in one file.", "file");
        }

        if (rows.Count == 0) return Refusal.Invalid("no_rows", "Berkas ini tidak berisi satu baris pun.",
            "This file holds no row at all.", "file");
        return new RateFile([.. rows.OrderBy(x => x.Row)]);
    }

    private static string Cell(CsvReader csv, string column) =>
        csv.TryGetFieldIndex(column, out var index) && index < csv.FieldCount ? csv.GetString(index)?.Trim() ?? "" : "";
}
