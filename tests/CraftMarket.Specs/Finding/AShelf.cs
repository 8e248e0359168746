using System.Text.Json;
using CraftMarket.Catalogue;
using CraftMarket.Kernel;

namespace CraftMarket.Specs.Finding;

/// <summary>A small window: what is on it, and questions to it. Words are stemmed as simply as can be: an ending -an is
/// dropped.</summary>
internal sealed class AShelf
{
    public static readonly DateOnly Day = new(2026, 11, 23);
    private readonly Dictionary<string, Word> _words = [];
    private readonly List<Good> _goods = [];
    private IReadOnlyList<string[]> _synonyms = [];

    public AShelf With(string name, long price = 100_000, string category = "tas", string material = "daun tembakau",
        string village = "semoyang", string maker = "Sahnun", string description = "")
    {
        var at = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(_goods.Count);
        var card = new ProductCard(NewId.For("good", name, $"{_goods.Count}"), name, name, price, 5, null,
            new(NewId.For("maker", maker), maker),
            new($"52.02.06.{village.Length:0000}", village, village), null, category, material.Split(", "),
            ProductCard.OnSale, at);
        var good = new Good(card, description, JsonSerializer.SerializeToUtf8Bytes(card));
        var told = good.Told();
        good.Learn(told, Look(told.Keys));
        _goods.Add(good);
        return this;
    }

    public AShelf Alike(params string[][] groups)
    {
        _synonyms = groups;
        return this;
    }

    /// <summary>Words of the next questions are looked up anew, as when a visitor's were dropped meanwhile.</summary>
    public AShelf ForgettingWords()
    {
        _words.Clear();
        return this;
    }

    public Finds Find(string? words = null, string? village = null, string? category = null, string? material = null,
        long? min = null, long? max = null, ShopOrder? order = null, int page = 1)
    {
        var shelf = Shelf.Of(_goods, new([.. _synonyms.Select(group =>
            group.Select(x => (IReadOnlyList<Stem>)[.. PlainWords.Of(x).Select(y => Look([y])[y].Stem)]).ToArray())]));
        var texts = PlainWords.Of(words);
        var asked = words is null ? null : Asked.Of(texts, Look(texts), shelf);
        return Finder.Find(shelf, new(words, village, category, material, min, max, order, page) { WithFacets = true },
            asked, Day);
    }

    public ShopHome Home() => ShopHome.Of(Shelf.Of(_goods, SynonymBook.Empty), Day);

    /// <summary>The names found, in their order.</summary>
    public IEnumerable<string> Names(string? words = null, string? material = null, ShopOrder? order = null)
    {
        var shelf = Shelf.Of(_goods, SynonymBook.Empty);
        return Find(words, material: material, order: order).Shown.Select(x => shelf.Goods[x].Card.Name);
    }

    private Dictionary<string, Word> Look(IEnumerable<string> texts)
    {
        foreach (var text in texts.Where(x => !_words.ContainsKey(x)))
        {
            var stem = text.Length > 5 && text.EndsWith("an", StringComparison.Ordinal) ? text[..^2] : text;
            _words[text] = new(text, Stem.Of(text, stem));
        }

        return _words;
    }
}
