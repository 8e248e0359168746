using System.Text;
using System.Text.Unicode;

namespace CraftMarket.Training.SourceLists;

/// <summary>The text of a file that somebody saved with whatever program they have.</summary>
internal static class ListText
{
    /// <summary>As UTF-8, or with the mark that says which Unicode it is. Excel saves «CSV» in the letters of Windows and says so
    /// nowhere; what is not UTF-8 is that.</summary>
    public static byte[] InUnicode(byte[] file) => IsMarked(file) || Utf8.IsValid(file) ? file
        : Encoding.Convert(CodePagesEncodingProvider.Instance.GetEncoding(1252)!, Encoding.UTF8, file);

    /// <summary>Control characters belong to no name, number or place, and a database cannot even keep some.</summary>
    public static bool IsDamaged(ReadOnlySpan<byte> line)
    {
        foreach (var letter in line)
            if (letter < ' ' && letter != '\t') return true;
        return line.IndexOf("\uFFFD"u8) >= 0;
    }

    private static bool IsMarked(ReadOnlySpan<byte> file) => file.StartsWith(Encoding.Unicode.Preamble)
        || file.StartsWith(Encoding.BigEndianUnicode.Preamble);
}
