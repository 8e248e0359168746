using System.Collections.Concurrent;
using Npgsql;

namespace CraftMarket.Catalogue;

/// <summary>What a word is a form of: <c>anyaman</c>, <c>menganyam</c> and <c>dianyam</c> are all <c>anyam</c>. One object per stem.</summary>
internal sealed record Stem(string Text)
{
    public bool Equals(Stem? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A word as it is written, with its stem and the threes of letters that likeness is told by.</summary>
internal sealed record Word(string Text, Stem Stem)
{
    private int[]? _threes;

    public int[] Threes => _threes ??= Likeness.Threes(Text);
}

/// <summary>Stems of words by PostgreSQL's Indonesian dictionary, asked once for each word.</summary>
/// <remarks>Words of goods are kept for good; of what visitors type only so many, or anyone could fill the memory.</remarks>
internal sealed class Lexicon(NpgsqlDataSource database)
{
    private const int MostWords = 200_000;
    private readonly ConcurrentDictionary<string, Word> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Stem> _stems = new(StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, Word>> Look(IReadOnlyCollection<string> texts, CancellationToken cancellation)
    {
        var found = new Dictionary<string, Word>(texts.Count, StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var text in texts)
        {
            if (_words.TryGetValue(text, out var known)) found[text] = known;
            else missing.Add(text);
        }

        if (missing.Count == 0) return found;
        await using var command = database.CreateCommand("select w, coalesce((ts_lexize('indonesian_stem', w))[1], w) from unnest($1::text[]) as w");
        command.Parameters.Add(new() { Value = missing.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) found[reader.GetString(0)] = Keep(reader.GetString(0), reader.GetString(1));
        return found;
    }

    private Word Keep(string text, string stem)
    {
        if (_words.Count >= MostWords) return new(text, _stems.GetValueOrDefault(stem) ?? new(stem));
        return _words.GetOrAdd(text, new Word(text, _stems.GetOrAdd(stem, x => new(x))));
    }
}
