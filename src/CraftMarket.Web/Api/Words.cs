namespace CraftMarket.Web.Api;

/// <summary>Reads a word of a query that is one of a few.</summary>
internal static class Words
{
    /// <summary>False for a word, or a number, that is none of them; nothing said is null and fine.</summary>
    public static bool TryRead<T>(string? text, out T? word) where T : struct, Enum
    {
        word = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' || !Enum.TryParse<T>(text, ignoreCase: true, out var read)
            || !Enum.IsDefined(read)) return false;
        word = read;
        return true;
    }
}
