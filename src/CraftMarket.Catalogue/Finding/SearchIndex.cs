using System.Collections.Frozen;

namespace CraftMarket.Catalogue;

/// <summary>The goods in the storefront, laid out for finding: newest first, with what each is looked for by in columns. Never
/// changes; a new one is laid.</summary>
internal sealed class SearchIndex
{
    public static readonly SearchIndex Empty = Of([], SynonymTable.Empty);
    private volatile FairDay? _fair;

    private SearchIndex(IndexedProduct[] products, SynonymTable synonyms)
    {
        (Products, Synonyms) = (products, synonyms);
        Prices = [.. products.Select(x => x.Card.Price)];
        (Villages, Village) = Column(products, x => x.Card.Village!, x => x.Code);
        (Categories, Category) = Column(products, x => x.Card.Category, x => x);
        // Makers stand in a circle by a number drawn from their id: neither name nor age nor sales decides who stands where.
        (Makers, Maker) = Column(products, x => x.Card.Artisan.Id, x => NewId.For("turn", x.ToString()).ToString("N"));
        Materials = MaterialTable.Of(products);
        Postings = InvertedIndex.Of(products);
        Vocabulary = new(() => CraftMarket.Catalogue.Vocabulary.Of(products));
        (ByVillage, ByCategory, ByMaker) = (Lists(Village, Villages.Length), Lists(Category, Categories.Length),
            Lists(Maker, Makers.Length));
        ByMaterial = Lists(Materials.Counted, Materials.Names.Length);
        Counted = new(CountAll);
        Facets = new(() => Counted.Value.Sum());
        NewestFirst = [.. Enumerable.Range(0, products.Length)];
        CheapestFirst = [.. Enumerable.Range(0, products.Length).OrderBy(x => Prices[x])];
        DearestFirst = [.. Enumerable.Range(0, products.Length).OrderByDescending(x => Prices[x])];
    }

    private SearchIndex(SearchIndex other, SynonymTable synonyms)
    {
        (Products, Synonyms, Prices, Villages, Village) = (other.Products, synonyms, other.Prices, other.Villages, other.Village);
        (Categories, Category, Makers, Maker) = (other.Categories, other.Category, other.Makers, other.Maker);
        (Materials, Postings, Vocabulary, Facets, Counted) = (other.Materials, other.Postings, other.Vocabulary, other.Facets,
            other.Counted);
        (ByVillage, ByCategory, ByMaker, ByMaterial) = (other.ByVillage, other.ByCategory, other.ByMaker, other.ByMaterial);
        (NewestFirst, CheapestFirst, DearestFirst) = (other.NewestFirst, other.CheapestFirst, other.DearestFirst);
    }

    public IndexedProduct[] Products { get; }
    public SynonymTable Synonyms { get; }
    public long[] Prices { get; }
    public CardVillage[] Villages { get; }
    public int[] Village { get; }
    public string[] Categories { get; }
    public int[] Category { get; }
    public Guid[] Makers { get; }
    public int[] Maker { get; }
    public MaterialTable Materials { get; }
    public InvertedIndex Postings { get; }
    public Lazy<Vocabulary> Vocabulary { get; }

    public int[][] ByVillage { get; }
    public int[][] ByCategory { get; }
    public int[][] ByMaker { get; }

    /// <summary>By each material and all that stand within its words.</summary>
    public int[][] ByMaterial { get; }

    /// <summary>The whole storefront's, counted when they are first asked for.</summary>
    public Lazy<ShopFacets> Facets { get; }

    public Lazy<FacetCounts> Counted { get; }

    public ResultCache Results { get; } = new();

    public int[] NewestFirst { get; }
    public int[] CheapestFirst { get; }
    public int[] DearestFirst { get; }

    public static SearchIndex Of(IEnumerable<IndexedProduct> products, SynonymTable synonyms) =>
        new([.. products.Where(x => x.Card.Village is not null).OrderByDescending(x => x.ListedAt)
            .ThenByDescending(x => x.Card.Id.ToString("N"), StringComparer.Ordinal)], synonyms);

    public SearchIndex With(SynonymTable synonyms) => new(this, synonyms);

    /// <summary>The whole storefront in the order of the day, worked out once a day.</summary>
    public int[] InFairOrder(DateOnly day)
    {
        if (_fair is { } known && known.Day == day) return known.Order;
        var order = FairOrder.Arrange(NewestFirst, Maker, Makers.Length, day, 0, Products.Length);
        _fair = new(day, order);
        return order;
    }

    /// <summary>Day and order in one piece, so that whoever reads while another writes never gets the order of another
    /// day.</summary>
    private sealed record FairDay(DateOnly Day, int[] Order);

    private FacetCounts CountAll()
    {
        var counts = new FacetCounts(this);
        for (var slot = 0; slot < Products.Length; slot++) counts.Count(slot, Facet.None);
        return counts;
    }

    /// <summary>The goods that have each value, newest first.</summary>
    private static int[][] Lists(int[] each, int values) => Lists([.. each.Select(x => new[] { x })], values);

    private static int[][] Lists(int[][] each, int values)
    {
        var lists = new List<int>[values];
        for (var slot = 0; slot < each.Length; slot++)
            foreach (var value in each[slot]) (lists[value] ??= []).Add(slot);
        return [.. lists.Select(x => x?.ToArray() ?? [])];
    }

    /// <summary>The different values in the order of their keys, and which one each product has.</summary>
    private static (T[] Values, int[] Each) Column<T>(IndexedProduct[] products, Func<IndexedProduct, T> value,
        Func<T, string> key) where T : notnull
    {
        var values = products.Select(value).Distinct().Select(x => (Value: x, Key: key(x)))
            .OrderBy(x => x.Key, StringComparer.Ordinal).ToArray();
        var places = values.Select((x, place) => KeyValuePair.Create(x.Value, place)).ToFrozenDictionary();
        return ([.. values.Select(x => x.Value)], [.. products.Select(x => places[value(x)])]);
    }
}
