using System.Text.Json;

namespace CraftMarket.Catalogue;

/// <summary>Where in a listing a word stands; the higher, the more it says about the good.</summary>
internal enum Place { Description, Maker, Kind, Name }

/// <summary>A word of a listing, at the most telling place where it stands.</summary>
internal readonly record struct Mention(Word Word, Place Place);

/// <summary>One good in the window as this node keeps it.</summary>
/// <param name="goods">The class that its category belongs to, such as <c>kerajinan</c>: who looks for crafts means all of
/// them.</param>
internal sealed class Good(ProductCard card, string description, byte[] json, string goods = "")
{
    public ProductCard Card { get; } = card;

    /// <summary>What the public list shows, as it lies in the database.</summary>
    public byte[] Json { get; private set; } = json;

    public IReadOnlyList<Mention> Mentions { get; private set; } = [];

    /// <summary>The same for all that finding and ordering look at; a sale changes what is shown, not this.</summary>
    public Guid Shape { get; } = NewId.For("shape", card.Name, card.Category, card.Artisan.Id.ToString(),
        $"{card.Artisan.Name}\n{card.Group?.Name}", card.Village?.Code ?? "",
        card.Price.ToString(System.Globalization.CultureInfo.InvariantCulture), $"{card.ListedAt:O}",
        string.Join('\n', card.Materials), Kinds(card), description, goods);

    public DateTimeOffset ListedAt => Card.ListedAt ?? default;

    public static Good Read(byte[] json, string description, string goods) =>
        new(JsonSerializer.Deserialize<ProductCard>(json)!, description, json, goods);

    /// <summary>The card as it is now, with what is left of it.</summary>
    public ProductCard Shown() => JsonSerializer.Deserialize<ProductCard>(Json)!;

    /// <summary>Takes over what is shown of a newer state of the same shape.</summary>
    public void Show(Good newer) => Json = newer.Json;

    /// <summary>Keeps the words themselves; the description is not needed again.</summary>
    public void Learn(IReadOnlyDictionary<string, Place> told, IReadOnlyDictionary<string, Word> words)
    {
        Mentions = [.. told.Select(x => new Mention(words[x.Key], x.Value))];
        description = "";
    }

    /// <summary>Every word of the listing, at its most telling place.</summary>
    public IReadOnlyDictionary<string, Place> Told()
    {
        var told = new Dictionary<string, Place>(StringComparer.Ordinal);
        Tell(description, Place.Description);
        Tell($"{Card.Artisan.Name} {Card.Group?.Name} {Card.Village?.Name}", Place.Maker);
        Tell($"{Card.Category} {goods} {string.Join(' ', Card.Materials)} {Kinds(Card)}", Place.Kind);
        Tell(Card.Name, Place.Name);
        return told;

        void Tell(string text, Place place)
        {
            foreach (var word in PlainWords.Of(text)) told[word] = place;
        }
    }

    /// <summary>Its sizes and colours in words.</summary>
    private static string Kinds(ProductCard card) => string.Join(' ', (card.Variants ?? []).Select(x => x.Name));
}
