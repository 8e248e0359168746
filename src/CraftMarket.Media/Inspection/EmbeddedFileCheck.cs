using System.Buffers.Binary;

namespace CraftMarket.Media;

/// <summary>Finds a second file hidden in a photo: an archive, a document or a web page that some program would open
/// instead.</summary>
internal static class EmbeddedFileCheck
{
    /// <summary>Cameras leave padding and small notes after the picture; more than this is something else.</summary>
    private const int HarmlessTail = 64 * 1024;

    /// <summary>An archive's directory ends with a record of 22 bytes and a comment of at most 65,535.</summary>
    private const int ZipEnd = 22 + 65_535;

    public static bool Finds(ReadOnlySpan<byte> file, ImageHeader header)
    {
        var tail = file[header.End..];
        if (tail.Length > HarmlessTail && !IsCameraTail(tail)) return true;
        if (SpeaksAnotherLanguage(tail) || tail.IndexOf("PK\u0003\u0004"u8) >= 0) return true;
        foreach (var note in header.Notes)
            if (SpeaksAnotherLanguage(file[note])) return true;
        return EndsAsArchive(file[Math.Max(0, file.Length - ZipEnd)..]);
    }

    /// <summary>A moving photo's film (MP4) or Samsung's own trailer.</summary>
    private static bool IsCameraTail(ReadOnlySpan<byte> tail) => tail[4..].StartsWith("ftyp"u8) || tail.EndsWith("SEFT"u8);

    private static bool SpeaksAnotherLanguage(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("%PDF-"u8) >= 0) return true;
        for (var at = 0; bytes[at..].IndexOf((byte)'<') is var found and >= 0; at += found + 1)
        {
            var tag = bytes[(at + found + 1)..];
            if (Begins(tag, "script"u8) || Begins(tag, "html"u8) || Begins(tag, "!doctype"u8) || Begins(tag, "?php"u8)
                || Begins(tag, "svg"u8) || Begins(tag, "iframe"u8)) return true;
        }

        return false;
    }

    private static bool Begins(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> word) =>
        bytes.Length >= word.Length && System.Text.Ascii.EqualsIgnoreCase(bytes[..word.Length], word);

    private static bool EndsAsArchive(ReadOnlySpan<byte> end)
    {
        for (var at = 0; end[at..].IndexOf("PK\u0005\u0006"u8) is var found and >= 0; at += found + 4)
        {
            var record = end[(at + found)..];
            if (record.Length >= 22 && 22 + BinaryPrimitives.ReadUInt16LittleEndian(record[20..]) <= record.Length) return true;
        }

        return false;
    }
}
