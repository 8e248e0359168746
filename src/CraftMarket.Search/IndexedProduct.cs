using System.Globalization;

namespace CraftMarket.Search;

/// <summary>Where in a listing a word stands; the higher, the more it says about the product.</summary>
internal enum IndexField { Description, Maker, Kind, Name }

/// <summary>A word of a listing, at the most telling place where it stands.</summary>
internal readonly record struct Occurrence(Word Word, IndexField Field);

/// <summary>Where something is made.</summary>
/// <param name="Code">Kemendagri code.</param>
/// <param name="Slug">Its name in addresses.</param>
public sealed record IndexedVillage(string Code, string Name, string Slug);

/// <summary>One product on sale, with all that it is looked for, narrowed and ordered by.</summary>
public sealed class IndexedProduct
{
    private Guid? _fingerprint;
    private string _description = "";

    public required Guid Id { get; init; }

    /// <summary>By what its own page is found: its name in addresses.</summary>
    public string Address { get; init; } = "";

    public required string Name { get; init; }
    public required Guid Maker { get; init; }
    public required string MakerName { get; init; }

    /// <summary>The group under whose brand it is sold; null when it is sold under the maker's own.</summary>
    public string? GroupName { get; init; }

    public required IndexedVillage Village { get; init; }
    public required string Category { get; init; }

    /// <summary>The class that its category belongs to, such as <c>kerajinan</c>: who looks for crafts means all of
    /// them.</summary>
    public string CategoryClass { get; init; } = "";

    public required IReadOnlyList<string> Materials { get; init; }

    /// <summary>Its sizes and colours in words.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Empty once its words were read.</summary>
    public required string Description { get => _description; init => _description = value; }

    /// <summary>Whole rupiah.</summary>
    public required long Price { get; init; }

    public required DateTimeOffset ListedAt { get; init; }

    /// <summary>What lists show of it, which the index only carries; a sale changes this and nothing else.</summary>
    public required object Shown { get; set; }

    internal IReadOnlyList<Occurrence> Occurrences { get; private set; } = [];

    /// <summary>The same for all that finding and ordering look at.</summary>
    internal Guid Fingerprint => _fingerprint ??= NewId.For("shape", Name, Address, Category, Maker.ToString(),
        $"{MakerName}\n{GroupName}", Village.Code, Price.ToString(CultureInfo.InvariantCulture), $"{ListedAt:O}",
        string.Join('\n', Materials), string.Join(' ', Kinds), Description, CategoryClass);

    /// <summary>Keeps the words themselves; the description is not needed again.</summary>
    internal void Index(IReadOnlyDictionary<string, IndexField> fields, IReadOnlyDictionary<string, Word> words)
    {
        _ = Fingerprint;
        Occurrences = [.. fields.Select(x => new Occurrence(words[x.Key], x.Value))];
        _description = "";
    }

    /// <summary>Every word of the listing, at its most telling place.</summary>
    internal IReadOnlyDictionary<string, IndexField> Words()
    {
        var words = new Dictionary<string, IndexField>(StringComparer.Ordinal);
        Add(Description, IndexField.Description);
        Add($"{MakerName} {GroupName} {Village.Name}", IndexField.Maker);
        Add($"{Category} {CategoryClass} {string.Join(' ', Materials)} {string.Join(' ', Kinds)}", IndexField.Kind);
        Add(Name, IndexField.Name);
        return words;

        void Add(string text, IndexField field)
        {
            foreach (var word in Tokenizer.Tokens(text)) words[word] = field;
        }
    }
}
