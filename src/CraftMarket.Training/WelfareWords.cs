using System.Globalization;
using System.Text;
using Marten;

namespace CraftMarket.Training;

/// <summary>Words that tell that somebody is poor or on a list of the poor. Nothing that buyers read of a training may hold one.
/// Reference data: an office changes the list, not the program; registers and programmes come and go.</summary>
/// <param name="Words">Small letters and digits; several words form a phrase. One of five letters or more is found inside a
/// longer word too.</param>
public sealed record WelfareWords(string Id, IReadOnlyList<string> Words)
{
    public const string TheOnly = "welfare-words";

    private const int LongEnoughToBeAPart = 5;

    public static readonly WelfareWords Initial = new(TheOnly,
    [
        "p3ke", "desil", "decile", "miskin", "dtks", "dtsen", "regsosek", "pkh", "bpnt", "blt", "pbi", "kks", "kpm", "gmp pk",
        "gmppk", "bansos", "bantuan sosial", "sembako",
        "keluarga harapan", "program tepat sasaran", "tepat sasaran", "penerima manfaat", "keluarga penerima",
        "rumah tangga sasaran", "rtm", "rtsm", "gakin", "sktm", "jamkesmas",
        "prasejahtera", "pra sejahtera", "tidak mampu", "kurang mampu", "tidak sejahtera", "kesejahteraan sosial",
        "berpenghasilan rendah", "mbr", "dhuafa", "duafa", "fakir",
        "mustahik", "zakat", "baznas", "dinsos", "dinas sosial", "kemensos", "kementerian sosial", "tkpk", "tnp2k", "stunting",
        "gizi buruk", "pengangguran", "ekstrem",
        "poverty", "poor", "poorest", "welfare", "beneficiary", "beneficiaries", "social assistance", "low income",
        "underprivileged", "disadvantaged",
    ]);

    /// <summary>Whether one stands in the text, also with points or spaces between its letters or a number behind it.</summary>
    public bool AreIn(string? text)
    {
        var said = Tokens(text ?? "");
        return Words.Any(word => Tokens(word) is var phrase && Enumerable.Range(0, said.Count)
            .Any(at => StartsAt(said, at, phrase)));
    }

    public static async Task<WelfareWords> Load(IQuerySession session, CancellationToken cancellation) =>
        await session.LoadAsync<WelfareWords>(TheOnly, cancellation) ?? Initial;

    private static bool StartsAt(List<string> said, int at, List<string> phrase) =>
        at + phrase.Count <= said.Count
            && phrase.Index().All(x => phrase.Count > 1 ? said[at + x.Index] == x.Item : Is(said[at], x.Item));

    private static bool Is(string said, string word) => said == word || said.TrimEnd([.. "0123456789"]) == word
        || (word.Length >= LongEnoughToBeAPart ? said.Contains(word, StringComparison.Ordinal)
            : said.StartsWith(word, StringComparison.Ordinal) && char.IsDigit(said[word.Length]));

    /// <summary>Runs of letters and digits; letters that stand alone are one word: «P.K.H.».</summary>
    private static List<string> Tokens(string text)
    {
        var (tokens, run, single) = (new List<string>(), new StringBuilder(), false);
        foreach (var c in $"{text.Normalize(NormalizationForm.FormKD)} ")
        {
            if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) continue;
            if (char.IsLetterOrDigit(c))
            {
                run.Append(char.ToLowerInvariant(c));
                continue;
            }

            if (run.Length == 0) continue;
            if (run.Length == 1 && single) tokens[^1] += run.ToString();
            else tokens.Add(run.ToString());
            single = run.Length == 1;
            run.Clear();
        }

        return tokens;
    }
}

/// <summary>The list to begin with. What an office has changed since is left alone.</summary>
internal sealed class FirstWelfareWords(IDocumentStore store) : IReferenceData
{
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<WelfareWords>(WelfareWords.TheOnly, cancellation) is not null) return;
        session.Store(WelfareWords.Initial);
        await session.SaveChangesAsync(cancellation);
    }
}
