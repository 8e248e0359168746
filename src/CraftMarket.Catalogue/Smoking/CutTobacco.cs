namespace CraftMarket.Catalogue;

/// <summary>Finds tobacco to smoke that is not called so: the plant, under any of its names, beside what is done to it to smoke
/// it.</summary>
internal static class CutTobacco
{
    /// <summary>How many words may stand between the plant and what is done to it.</summary>
    private const int Reach = 4;

    private static SmokingWords Known => SmokingLists.Words;

    /// <summary>Refused, or flagged where the sentence names something that is made or another use.</summary>
    public static SmokingFinding In(IReadOnlyList<WrittenWord> words, SmokingWords lists)
    {
        var (plants, elsewhere) = (lists.PlantNames, SmokingWords.Set(lists.PlantsElsewhere ?? Known.PlantsElsewhere));
        var toSmoke = SmokingWords.Lists.Phrases(lists.ToSmoke ?? Known.ToSmoke!);
        var alone = SmokingWords.Lists.Phrases(lists.Alone ?? Known.Alone!);
        var other = SmokingWords.Set([.. lists.Made ?? Known.Made!, .. lists.Uses ?? Known.Uses!]);
        var finding = SmokingFinding.Nothing;
        foreach (var sentence in Sentences(words))
        {
            var isOther = sentence.Any(x => x.Is(other)) && !IsFilled(sentence, plants.Union(elsewhere).ToHashSet(), lists);
            var grown = Where(sentence, at => IsPlant(sentence[at], plants) || sentence[at].Is(elsewhere));
            var cut = Where(sentence, at => toSmoke.Any(x => StartsAt(sentence, at, x)) && !IsLiquidSmoke(sentence, at));
            var apart = grown.SelectMany(_ => cut, (x, y) => (Plant: x, Done: y))
                .Where(x => x.Plant != x.Done && Math.Abs(x.Plant - x.Done) <= Reach);
            var grownTogether = Where(sentence, at => IsBoth(sentence[at], plants, toSmoke)).Select(x => (x, x));
            foreach (var (plant, done) in apart.Concat(grownTogether))
                finding = finding.And(new(isOther ? SmokingVerdict.Flagged : SmokingVerdict.Refused,
                    Said(sentence, plant, done)));
            if (!isOther && Where(sentence, at => alone.Any(x => SmokingWords.StartsAt(sentence, at, x))) is [var lone, ..])
                finding = finding.And(new(SmokingVerdict.Flagged, [sentence[lone].Said]));
        }

        return finding;
    }

    /// <summary>The thing that is named holds the plant: «dompet isi tembakau».</summary>
    public static bool IsFilled(IReadOnlyList<WrittenWord> words, IReadOnlySet<string> plants, SmokingWords lists)
    {
        var filled = SmokingWords.Set(lists.Filled ?? Known.Filled);
        return words.Index().Any(x => x.Item.Is(filled) && words.Skip(x.Index + 1).Take(Reach).Any(y => IsPlant(y, plants)));
    }

    /// <summary>By name, one letter off, or with the next word grown onto it.</summary>
    private static bool IsPlant(WrittenWord word, IReadOnlySet<string> plants) =>
        word.Is(plants) || plants.Any(x => x.Length >= 7 && (word.Contains(x) || word.IsOneSlipFrom(x)));

    private static bool StartsAt(IReadOnlyList<WrittenWord> words, int at, string[] phrase) =>
        SmokingWords.StartsAt(words, at, phrase) || (phrase is [{ Length: >= 6 } single] && words[at].Contains(single));

    /// <summary>One word that holds both, such as «tembakaurajangan»; «krosok» is the plant and what was done to it and needs
    /// company.</summary>
    private static bool IsBoth(WrittenWord word, IReadOnlySet<string> plants, string[][] toSmoke) =>
        plants.Any(x => x.Length >= 7 && word.Contains(x))
        && toSmoke.Any(x => x is [{ Length: >= 4 } single] && word.Contains(single));

    /// <summary>A by-product with a class of its own.</summary>
    private static bool IsLiquidSmoke(IReadOnlyList<WrittenWord> words, int at) =>
        (words[at].Is("asap") && at + 1 < words.Count && words[at + 1].Is("cair"))
        || (words[at].Is("smoke") && at > 0 && words[at - 1].Is("liquid"));

    private static IReadOnlyList<string> Said(IReadOnlyList<WrittenWord> words, int plant, int done) =>
        [string.Join(' ', words.Skip(Math.Min(plant, done)).Take(Math.Abs(plant - done) + 1).Select(x => x.Said))];

    private static List<int> Where(IReadOnlyList<WrittenWord> words, Func<int, bool> holds) =>
        [.. Enumerable.Range(0, words.Count).Where(holds)];

    private static IEnumerable<IReadOnlyList<WrittenWord>> Sentences(IReadOnlyList<WrittenWord> words)
    {
        var sentence = new List<WrittenWord>();
        foreach (var word in words)
        {
            if (!word.IsEnd) sentence.Add(word);
            if (!word.IsEnd || sentence.Count == 0) continue;
            yield return sentence;
            sentence = [];
        }

        if (sentence.Count > 0) yield return sentence;
    }
}
