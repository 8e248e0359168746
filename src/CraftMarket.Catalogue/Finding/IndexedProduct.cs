using System.Text.Json;

namespace CraftMarket.Catalogue;

/// <summary>Where in a listing a word stands; the higher, the more it says about the product.</summary>
internal enum IndexField { Description, Maker, Kind, Name }

/// <summary>A word of a listing, at the most telling place where it stands.</summary>
internal readonly record struct Occurrence(Word Word, IndexField Field);

/// <summary>One product in the storefront as this node keeps it.</summary>
/// <param name="goodsClass">The class that its category belongs to, such as <c>kerajinan</c>: who looks for crafts means all of
/// them.</param>
internal sealed class IndexedProduct(ProductCard card, string description, byte[] json, string goodsClass = "")
{
    public ProductCard Card { get; } = card;

    /// <summary>What the public list shows, as it lies in the database.</summary>
    public byte[] Json { get; private set; } = json;

    public IReadOnlyList<Occurrence> Occurrences { get; private set; } = [];

    /// <summary>The same for all that finding and ordering look at; a sale changes what is shown, not this.</summary>
    public Guid Fingerprint { get; } = NewId.For("shape", card.Name, card.Category, card.Artisan.Id.ToString(),
        $"{card.Artisan.Name}\n{card.Group?.Name}", card.Village?.Code ?? "",
        card.Price.ToString(System.Globalization.CultureInfo.InvariantCulture), $"{card.ListedAt:O}",
        string.Join('\n', card.Materials), Kinds(card), description, goodsClass);

    public DateTimeOffset ListedAt => Card.ListedAt ?? default;

    public static IndexedProduct Read(byte[] json, string description, string goodsClass) =>
        new(JsonSerializer.Deserialize<ProductCard>(json)!, description, json, goodsClass);

    /// <summary>The card as it is now, with what is left of it.</summary>
    public ProductCard Shown() => JsonSerializer.Deserialize<ProductCard>(Json)!;

    /// <summary>Takes over what is shown of a newer state with the same fingerprint.</summary>
    public void Show(IndexedProduct newer) => Json = newer.Json;

    /// <summary>Keeps the words themselves; the description is not needed again.</summary>
    public void Index(IReadOnlyDictionary<string, IndexField> fields, IReadOnlyDictionary<string, Word> words)
    {
        Occurrences = [.. fields.Select(x => new Occurrence(words[x.Key], x.Value))];
        description = "";
    }

    /// <summary>Every word of the listing, at its most telling place.</summary>
    public IReadOnlyDictionary<string, IndexField> Words()
    {
        var words = new Dictionary<string, IndexField>(StringComparer.Ordinal);
        Add(description, IndexField.Description);
        Add($"{Card.Artisan.Name} {Card.Group?.Name} {Card.Village?.Name}", IndexField.Maker);
        Add($"{Card.Category} {goodsClass} {string.Join(' ', Card.Materials)} {Kinds(Card)}", IndexField.Kind);
        Add(Card.Name, IndexField.Name);
        return words;

        void Add(string text, IndexField field)
        {
            foreach (var word in Tokenizer.Tokens(text)) words[word] = field;
        }
    }

    /// <summary>Its sizes and colours in words.</summary>
    private static string Kinds(ProductCard card) => string.Join(' ', (card.Variants ?? []).Select(x => x.Name));
}
