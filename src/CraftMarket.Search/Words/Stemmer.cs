using Npgsql;

namespace CraftMarket.Search;

/// <summary>What a word is a form of: <c>anyaman</c>, <c>menganyam</c> and <c>dianyam</c> are all <c>anyam</c>.</summary>
internal sealed record Stem(string Text)
{
    /// <summary>The dictionary makes <c>rajin</c>, diligent, of those who make and of what they make. Here they are two
    /// things.</summary>
    public static Stem Of(string word, string stem) => word is "perajin" or "pengrajin" or "pengerajin" ? ParsedQuery.Everyone
        : new(stem);
}

/// <summary>A word as it is written, with its stem and the trigrams of letters that likeness is told by.</summary>
internal sealed record Word(string Text, Stem Stem)
{
    private int[]? _trigrams;

    public int[] Trigrams => _trigrams ??= Similarity.Trigrams(Text);

    // The trigrams are worked out when they are needed; a word is the same before and after.
    public bool Equals(Word? other) => other is not null && Text == other.Text && Stem == other.Stem;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Stems of words by PostgreSQL's Indonesian dictionary, asked once for each word as long as it is known.</summary>
internal sealed class Stemmer(NpgsqlDataSource database)
{
    private const int MostTyped = 20_000;
    private readonly WordCache _known = new(MostTyped);

    /// <param name="typed">Visitors typed them; else they are words of goods or synonyms.</param>
    public async Task<IReadOnlyDictionary<string, Word>> StemAsync(IReadOnlyCollection<string> texts, bool typed,
        CancellationToken cancellation)
    {
        var found = new Dictionary<string, Word>(texts.Count, StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var text in texts)
        {
            if (_known.Find(text, typed) is { } known) found[text] = known;
            else missing.Add(text);
        }

        if (missing.Count == 0) return found;
        await using var command =
            database.CreateCommand("select w, coalesce((ts_lexize('indonesian_stem', w))[1], w) from unnest($1::text[]) as w");
        command.Parameters.Add(new() { Value = missing.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found[reader.GetString(0)] =
                _known.Keep(new(reader.GetString(0), Stem.Of(reader.GetString(0), reader.GetString(1))), typed);
        return found;
    }
}
