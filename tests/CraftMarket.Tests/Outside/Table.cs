using System.Text;

namespace CraftMarket.Tests.Outside;

/// <summary>Reads CSV as RFC 4180 has it, quotes, commas and line ends in cells and all.</summary>
internal static class Table
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string text)
    {
        var rows = Rows(text).ToList();
        return [.. rows.Skip(1).Select(row =>
        {
            Assert.Equal(rows[0].Count, row.Count);
            return rows[0].Zip(row).ToDictionary(x => x.First, x => x.Second);
        })];
    }

    private static IEnumerable<List<string>> Rows(string text)
    {
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted)
            {
                if (text[i] != '"') cell.Append(text[i]);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
                else quoted = false;
            }
            else if (text[i] == '"') quoted = true;
            else if (text[i] is ',' or '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (text[i] == ',') continue;
                yield return row;
                row = [];
            }
            else if (text[i] != '\r') cell.Append(text[i]);
        }

        Assert.True(cell.Length == 0 && row.Count == 0, "The last line has no end.");
    }
}
