namespace CraftMarket.Catalogue;

/// <summary>What the words of a listing say about smoking.</summary>
public enum SmokingVerdict { Clear, Flagged, Refused }

/// <summary>What was judged of a text, and the words that decided, as they were written.</summary>
public sealed record SmokingFinding(SmokingVerdict Verdict, IReadOnlyList<string> Words)
{
    public static readonly SmokingFinding Nothing = new(SmokingVerdict.Clear, []);

    public SmokingFinding And(SmokingFinding other) =>
        new(Verdict > other.Verdict ? Verdict : other.Verdict, [.. Words.Concat(other.Words).Distinct()]);

    /// <summary>The same words, but only for a curator to look at.</summary>
    public SmokingFinding AtMostFlagged() =>
        this with { Verdict = Verdict == SmokingVerdict.Refused ? SmokingVerdict.Flagged : Verdict };
}

/// <summary>Words that tell smoking goods from crafts. Reference data: an office changes the lists, not the program.</summary>
/// <param name="Goods">Things to smoke; a listing that offers one is refused. Several words form a phrase.</param>
/// <param name="MildBefore">Words that, close before, make it something else: an ashtray, a box, «not», «free of».</param>
/// <param name="MildAfter">The same, close behind: a cigarette case, used packets.</param>
/// <param name="Suspicious">Words that are refused by nobody but looked at by a curator wherever they stand.</param>
/// <param name="Harmless">Words that look like a misspelt smoking good and are none: ceruti is a cloth.</param>
/// <param name="RawGoods">The plant itself; in a class that is not known for crafts of it, a curator looks.</param>
/// <param name="Parts">Parts of the plant that crafts are made of; beside one of them <paramref name="RawGoods"/> is craft
/// material.</param>
/// <param name="Made">What crafts of the plant are: a bag, a frame. A thing so named is not the plant itself. Boxes and jars are
/// not among them: they may be full.</param>
/// <param name="Prepared">How the plant is sold by itself: dried, cut, by the kilogram.</param>
/// <param name="Plants">The plant under all its names, those of regions and slips of the pen too.</param>
/// <param name="PlantsElsewhere">Varieties and names that mean something else as well; beside <paramref name="ToSmoke"/> they
/// mean the plant.</param>
/// <param name="ToSmoke">What is done to the plant to smoke or chew it: shredded, rolled, with cloves. Beside the plant it is a
/// smoking good.</param>
/// <param name="Alone">Words that a curator looks at even without the plant, unless something is made: «rajangan» may be
/// herbs.</param>
/// <param name="Uses">What else speaks of the plant without offering it to smoke: fertiliser, tools, those who grow and weave
/// it.</param>
/// <param name="Filled">Words that make a thing the wrapping of what follows: a wallet filled with tobacco is no wallet.</param>
public sealed record SmokingWords(string Id, IReadOnlyList<string> Goods, IReadOnlyList<string> MildBefore,
    IReadOnlyList<string> MildAfter,
    IReadOnlyList<string>? Suspicious = null, IReadOnlyList<string>? Harmless = null, IReadOnlyList<string>? RawGoods = null,
    IReadOnlyList<string>? Parts = null, IReadOnlyList<string>? Made = null, IReadOnlyList<string>? Prepared = null,
    IReadOnlyList<string>? Plants = null, IReadOnlyList<string>? PlantsElsewhere = null, IReadOnlyList<string>? ToSmoke = null,
    IReadOnlyList<string>? Alone = null, IReadOnlyList<string>? Uses = null, IReadOnlyList<string>? Filled = null)
{
    public const string TheOnly = "smoking-words";

    /// <summary>How many words away a mild word still counts.</summary>
    private const int Reach = 2;

    public static readonly SmokingWords Initial = SmokingLists.Words;

    /// <summary>Refused when a smoking good stands alone, flagged for the curator when a mild word is near every one or it is
    /// only hinted at.</summary>
    public SmokingFinding Judge(string text)
    {
        var (words, lists) = (WrittenWords.Of(text), new Lists(this));
        var finding = SmokingFinding.Nothing;
        for (var at = 0; at < words.Count; at++) finding = finding.And(At(words, at, lists));
        return finding.And(CutTobacco.In(words, this).AtMostFlagged());
    }

    /// <summary>The same of what goods are called. A name offers what it says; a story may tell how leaves were cut for
    /// weaving.</summary>
    public SmokingFinding JudgeName(string name) => Judge(name).And(CutTobacco.In(WrittenWords.Of(name), this));

    /// <summary>Whether the plant is offered as such: nowhere in the text stands a part of it that crafts are made of.</summary>
    public bool SpeaksOfRawTobacco(string text)
    {
        var (words, plants, parts) = (WrittenWords.Of(text), PlantNames, Set(Parts ?? SmokingLists.Words.Parts));
        return words.Any(x => x.Is(plants)) && !words.Any(x => x.Is(parts));
    }

    internal HashSet<string> PlantNames =>
        Set([.. RawGoods ?? SmokingLists.Words.RawGoods!, .. Plants ?? SmokingLists.Words.Plants!]);

    /// <summary>Whether the plant itself is on offer where crafts of it are: «tembakau kering 1 kg», but not «tas tembakau» or
    /// «bingkai batang tembakau».</summary>
    /// <param name="name">What the goods are called.</param>
    /// <param name="story">What else is said of them.</param>
    public bool OffersThePlant(string name, string story)
    {
        var (plant, parts) = (PlantNames, Set(Parts ?? SmokingLists.Words.Parts));
        var (made, prepared) = (Set(Made ?? SmokingLists.Words.Made), Set(Prepared ?? SmokingLists.Words.Prepared));
        var (called, told) = (WrittenWords.Of(name), WrittenWords.Of(story));
        if (called.Any(x => x.Is(made)) && !CutTobacco.IsFilled(called, plant, this)) return false;
        if (called.Any(x => x.Is(plant))) return !called.Any(x => x.Is(parts)) || called.Any(IsPrepared);
        return told.Index().Any(x => x.Item.Is(plant) && !Near(told, x.Index - 1, -1).Any(y => y.Is(parts))
            && Near(told, x.Index - 1, -1).Concat(Near(told, x.Index + 1, 1)).Any(IsPrepared));

        bool IsPrepared(WrittenWord word) => word.Is(prepared) || prepared.Contains(word.Said.TrimStart([.. "0123456789"]));
    }

    internal static HashSet<string> Set(IEnumerable<string>? words) => [.. (words ?? []).Select(WrittenWords.Plain)];

    private static SmokingFinding At(IReadOnlyList<WrittenWord> words, int at, Lists lists)
    {
        var word = words[at];
        if (word.Is(lists.Harmless)) return SmokingFinding.Nothing;
        foreach (var phrase in lists.Goods)
        {
            if (!StartsAt(words, at, phrase)) continue;
            var mild = Near(words, at - 1, -1).Any(x => x.Is(lists.Before)) || Near(words, at + phrase.Length, 1)
                .Any(x => x.Is(lists.After));
            return new(mild ? SmokingVerdict.Flagged : SmokingVerdict.Refused,
                [string.Join(' ', words.Skip(at).Take(phrase.Length).Select(x => x.Said))]);
        }

        if (word.Spelt && lists.Single.Any(x => x.Length >= 4 && word.Contains(x)))
            return new(SmokingVerdict.Refused, [word.Said]);
        return Hints(words, at, lists) is { } hint ? new(SmokingVerdict.Flagged, [hint]) : SmokingFinding.Nothing;
    }

    /// <summary>Half a reason: a word to look at, a smoking good inside a longer word, cut in two, or one letter off.</summary>
    private static string? Hints(IReadOnlyList<WrittenWord> words, int at, Lists lists)
    {
        var word = words[at];
        if (lists.Suspicious.Any(x => StartsAt(words, at, x))) return word.Said;
        if (lists.Single.Any(x => (x.Length >= 5 && word.Contains(x)) || (x.Length >= 6 && word.IsOneSlipFrom(x))))
            return word.Said;
        return at + 1 < words.Count && words[at + 1] is { IsEnd: false } next
            && word.With(next).Overlaps(lists.Single.Where(x => x.Length >= 5))
            ? $"{word.Said} {next.Said}" : null;
    }

    internal static bool StartsAt(IReadOnlyList<WrittenWord> words, int at, string[] phrase) =>
        at + phrase.Length <= words.Count && phrase.Index().All(x => words[at + x.Index].Is(x.Item));

    /// <summary>The words within reach, up to the end of the sentence.</summary>
    private static IEnumerable<WrittenWord> Near(IReadOnlyList<WrittenWord> words, int from, int step) =>
        Enumerable.Range(0, Reach)
        .Select(x => from + x * step).TakeWhile(x => x >= 0 && x < words.Count && !words[x].IsEnd).Select(x => words[x]);

    /// <summary>The lists as written words are compared with them.</summary>
    internal sealed class Lists(SmokingWords words)
    {
        public string[][] Goods { get; } = Phrases(words.Goods);
        public string[] Single { get; } = [.. Phrases(words.Goods).Where(x => x.Length == 1).Select(x => x[0])];
        public string[][] Suspicious { get; } = Phrases(words.Suspicious ?? SmokingLists.Words.Suspicious!);
        public HashSet<string> Before { get; } = [.. words.MildBefore.Select(WrittenWords.Plain)];
        public HashSet<string> After { get; } = [.. words.MildAfter.Select(WrittenWords.Plain)];
        public HashSet<string> Harmless { get; } =
            [.. (words.Harmless ?? SmokingLists.Words.Harmless!).Select(WrittenWords.Plain)];

        public static string[][] Phrases(IEnumerable<string> list) =>
            [.. list.Select(x => x.Split(' ').Select(WrittenWords.Plain).ToArray())];
    }
}
