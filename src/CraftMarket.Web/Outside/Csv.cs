using CsvHelper;

namespace CraftMarket.Web.Outside;

/// <summary>Writes tables that people open in a spreadsheet: the one way to write CSV.</summary>
/// <remarks>A text that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises; numbers stay numbers.
/// https://owasp.org/www-community/attacks/CSV_Injection</remarks>
internal static class Csv
{
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape };

    /// <summary>Write text with <c>WriteField(string)</c> and amounts with <c>WriteField(number)</c>, and end each row.</summary>
    public static CsvWriter Writer(Stream stream) => CsvWriter.Create(stream, Options, leaveOpen: true);

    /// <summary>One row of texts.</summary>
    public static async Task RowAsync(this CsvWriter table, IEnumerable<string> cells, CancellationToken cancellation)
    {
        foreach (var cell in cells) table.WriteField(Markup.Clean(cell));
        await table.EndRecordAsync(cancellation);
    }
}
