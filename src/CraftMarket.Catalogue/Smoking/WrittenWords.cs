using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CraftMarket.Catalogue;

/// <summary>A word as somebody wrote it and as it may be meant.</summary>
/// <param name="Said">As it stands in the text.</param>
/// <param name="Forms">What it may stand for: digits read as letters, without an ending, each letter once.</param>
/// <param name="Spelt">Its letters stood apart, which nobody does by accident.</param>
/// <param name="IsEnd">Not a word but the end of a sentence.</param>
internal sealed record WrittenWord(string Said, IReadOnlySet<string> Forms, bool Spelt, bool IsEnd)
{
    public bool Is(string plain) => Forms.Contains(plain);

    public bool Is(IReadOnlySet<string> plain) => Forms.Overlaps(plain);

    public bool Contains(string plain) =>
        Forms.Any(x => x.Length > plain.Length ? x.Contains(plain, StringComparison.Ordinal) : x == plain);

    /// <summary>This word and the next as one, whatever each may stand for.</summary>
    public IReadOnlySet<string> With(WrittenWord next) =>
        new HashSet<string>(Forms.SelectMany(_ => next.Forms, (a, b) => WrittenWords.Plain(a + b)));

    /// <summary>One letter too many, too few or wrong.</summary>
    public bool IsOneSlipFrom(string plain) => Forms.Any(x => OneSlip(x, plain));

    private static bool OneSlip(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var same = a.AsSpan().CommonPrefixLength(b);
        return a.Length == b.Length ? same < a.Length && string.CompareOrdinal(a, same + 1, b, same + 1, a.Length) == 0
            : a.Length > b.Length ? a[(same + 1)..] == b[same..] : b[(same + 1)..] == a[same..];
    }
}

/// <summary>Reads a text the way a person does who sees through «r0k0k», «r o k o k» and «rokооk» with foreign letters.</summary>
internal static partial class WrittenWords
{
    private static readonly Dictionary<char, char> Lookalikes = "аaвbеeкkмmнhоoрpсcтtуyхxіiѕsјjαaεeιiκkνvοoρpτtυuχx".Chunk(2)
        .ToDictionary(x => x[0], x => x[1]);
    private static readonly Dictionary<char, char> Digits = "0o1i3e4a5s6g7t8b9g@a$s".Chunk(2).ToDictionary(x => x[0], x => x[1]);
    private static readonly string[] Endings = ["nya", "ku", "mu", "lah", "kah"];

    public static IReadOnlyList<WrittenWord> Of(string text)
    {
        var words = new List<WrittenWord>();
        var letters = new List<string>();
        foreach (Match run in Run().Matches(Folded(text)))
        {
            if (run.Value is "." or "!" or "?")
            {
                TakeLetters();
                words.Add(new(run.Value, new HashSet<string>(), false, true));
                continue;
            }

            foreach (var part in run.Value.Split(Joints, StringSplitOptions.RemoveEmptyEntries))
                if (part.Length == 1) letters.Add(part);
                else
                {
                    TakeLetters();
                    words.Add(new(part, Forms(part), false, false));
                }
        }

        TakeLetters();
        return words;

        void TakeLetters()
        {
            if (letters.Count > 0)
                words.Add(new(string.Join(' ', letters), Forms(string.Concat(letters)), letters.Count > 2, false));
            letters.Clear();
        }
    }

    /// <summary>Lower case, and a letter that is doubled once: «rookokk» is «rokok».</summary>
    public static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var c in word.ToLowerInvariant())
            if (plain.Length == 0 || plain[^1] != c) plain.Append(c);
        return plain.ToString();
    }

    private static HashSet<string> Forms(string part)
    {
        var forms = new HashSet<string> { Plain(part) };
        if (part.Any(char.IsLetter))
        {
            forms.Add(Plain(string.Concat(part.Select(x => Digits.GetValueOrDefault(x, x)))));
            if (part.Contains('1', StringComparison.Ordinal))
                forms.Add(Plain(string.Concat(part.Replace('1', 'l').Select(x => Digits.GetValueOrDefault(x, x)))));
        }

        foreach (var ending in Endings)
            foreach (var form in forms.Where(x => x.Length >= ending.Length + 4 && x.EndsWith(ending, StringComparison.Ordinal))
                .ToList())
                forms.Add(form[..^ending.Length]);
        return forms;
    }

    /// <summary>Small Latin letters, without accents and without the signs that nobody sees.</summary>
    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(
                c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) continue;
            var small = char.ToLowerInvariant(c);
            folded.Append(Lookalikes.GetValueOrDefault(small, small));
        }

        return folded.ToString();
    }

    private static readonly char[] Joints = ['-', '.', '_', '*', '·', '\'', '’', '+', '~', '/', '|', ','];

    [GeneratedRegex(@"[\p{L}\p{N}@$]+(?:[-._*·'’+~/|,][\p{L}\p{N}@$]+)*|[.!?]")]
    private static partial Regex Run();
}
