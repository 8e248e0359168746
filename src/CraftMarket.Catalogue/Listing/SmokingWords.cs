using System.Text.RegularExpressions;

namespace CraftMarket.Catalogue;

/// <summary>What the words of a listing say about smoking.</summary>
public enum SmokingVerdict { Clear, Flagged, Refused }

/// <summary>Words that tell smoking goods from crafts. Reference data: an office changes the lists, not the program.</summary>
/// <param name="Goods">Things to smoke; a listing that offers one is refused. Several words form a phrase.</param>
/// <param name="MildBefore">Words that, close before, make it something else: an ashtray, a box, «not», «free of».</param>
/// <param name="MildAfter">The same, close behind: a cigarette case, used packets.</param>
public sealed partial record SmokingWords(string Id, IReadOnlyList<string> Goods, IReadOnlyList<string> MildBefore, IReadOnlyList<string> MildAfter)
{
    public const string TheOnly = "smoking-words";

    /// <summary>How many words away a mild word still counts.</summary>
    private const int Reach = 2;

    public static readonly SmokingWords Initial = new(TheOnly,
        ["rokok", "sigaret", "kretek", "cerutu", "tembakau iris", "tembakau linting", "tembakau isap", "lintingan", "shag", "vape", "vapor",
            "cigarette", "cigarettes", "cigar", "cigars", "cigarillo", "rolling tobacco"],
        ["asbak", "kotak", "tempat", "wadah", "dompet", "bukan", "tanpa", "anti", "bebas", "asap", "puntung", "karpet", "not", "no", "ashtray"],
        ["bekas", "case", "box", "holder", "tray"]);

    /// <summary>Refused when a smoking good stands alone, flagged for the curator when a mild word is near every one.</summary>
    public SmokingVerdict Judge(string text)
    {
        string[] words = [.. Word().Matches(text.ToLowerInvariant()).Select(x => Bare(x.Value))];
        var verdict = SmokingVerdict.Clear;
        foreach (var good in Goods.Select(x => x.Split(' ')))
        {
            for (var at = 0; at + good.Length <= words.Length; at++)
            {
                if (!words.AsSpan(at, good.Length).SequenceEqual(good)) continue;
                var before = words[Math.Max(0, at - Reach)..at];
                var after = words[(at + good.Length)..Math.Min(words.Length, at + good.Length + Reach)];
                if (!before.Any(MildBefore.Contains) && !after.Any(MildAfter.Contains)) return SmokingVerdict.Refused;
                verdict = SmokingVerdict.Flagged;
            }
        }

        return verdict;
    }

    /// <summary>«rokoknya» is «rokok»; a full stop between sentences stays a word of its own, so that no phrase reaches across.</summary>
    private static string Bare(string word) => word.Length > 6 && word.EndsWith("nya", StringComparison.Ordinal) ? word[..^3] : word;

    [GeneratedRegex(@"[\p{L}\p{N}]+|[.!?]")]
    private static partial Regex Word();
}
