namespace CraftMarket.Search;

/// <summary>How sure it is that a word of the storefront is what the visitor meant.</summary>
internal enum MatchQuality { Typo, Related, Exact }

/// <summary>One thing that a word may stand for: goods that have all these stems.</summary>
internal sealed record Meaning(IReadOnlyList<Stem> Stems, MatchQuality Quality);

/// <summary>A word (or a few that belong together, «key ring») of the query; any of its meanings will do.</summary>
/// <param name="Correction">What was probably meant, when nothing here has the word as it was typed.</param>
internal sealed record Term(string Typed, IReadOnlyList<Meaning> Meanings, string? Correction);

/// <summary>What a visitor's words ask for: goods that have something of every term.</summary>
internal sealed record ParsedQuery(IReadOnlyList<Term> Terms)
{
    public const int MostWords = 8;

    /// <summary>Whoever looks for a maker looks for what makers made: that is everything here, so the word asks for
    /// nothing.</summary>
    public static readonly Stem Everyone = new("perajin");

    /// <summary>The query in words that are known here; null when there is nothing to correct.</summary>
    public string? Correction => Terms.Any(x => x.Correction is not null)
        ? string.Join(' ', Terms.Select(x => x.Correction ?? x.Typed)) : null;

    public static ParsedQuery Of(IReadOnlyList<string> texts, IReadOnlyDictionary<string, Word> words, SearchIndex index)
    {
        var terms = new List<Term>();
        for (var at = 0; at < texts.Count;)
        {
            var (length, group) = index.Synonyms.At(texts, words, at);
            var typed = texts.Skip(at).Take(length).Select(x => words[x]).ToArray();
            at += length;
            if (typed is not [var only] || (only.Stem != Everyone && !group.Any(x => x is [var one] && one == Everyone)))
                terms.Add(Of(typed, group, at == texts.Count, index));
        }

        return new(terms);
    }

    /// <summary>The word itself, words alike, and, where it is the last one, words that begin so.</summary>
    private static Term Of(Word[] typed, IReadOnlyList<IReadOnlyList<Stem>> group, bool last, SearchIndex index)
    {
        Stem[] own = [.. typed.Select(x => x.Stem)];
        var meanings = new List<Meaning> { new(own, MatchQuality.Exact) };
        meanings.AddRange(group.Where(x => !x.SequenceEqual(own)).Select(x => new Meaning(x, MatchQuality.Related)));
        var vocabulary = index.Vocabulary.Value;
        if (last && typed is [var begun])
            meanings.AddRange(vocabulary.StartingWith(begun.Text).Select(x => x.Stem).Distinct().Where(x => x != begun.Stem)
                .Select(x => new Meaning([x], MatchQuality.Related)));
        var found = meanings.Any(x => x.Stems.All(index.Postings.Knows));
        string? correction = null;
        if (typed is [var word])
        {
            var near = vocabulary.Near(word);
            if (!found) correction = (near.Count > 0 ? near[0] : vocabulary.Nearest(word))?.Text;
            meanings.AddRange(near.Select(x => x.Stem).Distinct()
                .Where(x => meanings.All(y => y.Stems is not [var one] || one != x))
                .Select(x => new Meaning([x], MatchQuality.Typo)).ToArray());
        }

        return new(string.Join(' ', typed.Select(x => x.Text)), meanings, correction);
    }
}
