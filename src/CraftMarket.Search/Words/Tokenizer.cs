using System.Globalization;
using System.Text;

namespace CraftMarket.Search;

/// <summary>Words as they are compared: small letters, no accents, nothing but letters and digits.</summary>
public static class Tokenizer
{
    private const int Longest = 40;

    internal static string Normalize(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) plain.Append(char.ToLowerInvariant(c));
        return plain.ToString().Trim();
    }

    /// <summary>The words of a text in their order. What no buyer would type is cut short.</summary>
    public static List<string> Tokens(string? text)
    {
        var words = new List<string>();
        if (string.IsNullOrWhiteSpace(text)) return words;
        var plain = Normalize(text);
        for (var at = 0; at < plain.Length; at++)
        {
            var start = at;
            while (at < plain.Length && char.IsLetterOrDigit(plain[at])) at++;
            if (at > start) words.Add(plain[start..Math.Min(at, start + Longest)]);
        }

        return words;
    }
}
