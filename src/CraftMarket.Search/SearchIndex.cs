using System.Collections.Frozen;

namespace CraftMarket.Search;

/// <summary>The products on sale, laid out for finding: newest first, with what each is looked for by in columns. Never changes;
/// what is shown of its products does.</summary>
public sealed class SearchIndex
{
    internal static readonly SearchIndex Empty = Of([], SynonymTable.Empty);
    private readonly Lazy<SearchFacets> _facets;
    private volatile FairDay? _fair;

    private SearchIndex(IndexedProduct[] products, SynonymTable synonyms)
    {
        (Products, Synonyms) = (products, synonyms);
        Prices = [.. products.Select(x => x.Price)];
        (Villages, Village) = Column(products, x => x.Village, x => x.Code);
        (Categories, Category) = Column(products, x => x.Category, x => x);
        // Makers stand in a circle by a number drawn from their id: neither name nor age nor sales decides who stands where.
        (Makers, Maker) = Column(products, x => x.Maker, x => NewId.For("turn", x.ToString()).ToString("N"));
        Materials = MaterialTable.Of(products);
        Postings = InvertedIndex.Of(products);
        Vocabulary = new(() => CraftMarket.Search.Vocabulary.Of(products));
        (ByVillage, ByCategory, ByMaker) = (Lists(Village, Villages.Length), Lists(Category, Categories.Length),
            Lists(Maker, Makers.Length));
        ByMaterial = Lists(Materials.Counted, Materials.Names.Length);
        Counted = new(CountAll);
        _facets = new(() => Counted.Value.Sum());
        NewestFirst = [.. Enumerable.Range(0, products.Length)];
        CheapestFirst = [.. Enumerable.Range(0, products.Length).OrderBy(x => Prices[x])];
        DearestFirst = [.. Enumerable.Range(0, products.Length).OrderByDescending(x => Prices[x])];
    }

    private SearchIndex(SearchIndex other, SynonymTable synonyms)
    {
        (Products, Synonyms, Prices, Villages, Village) = (other.Products, synonyms, other.Prices, other.Villages, other.Village);
        (Categories, Category, Makers, Maker) = (other.Categories, other.Category, other.Makers, other.Maker);
        (Materials, Postings, Vocabulary, _facets, Counted) = (other.Materials, other.Postings, other.Vocabulary, other._facets,
            other.Counted);
        (ByVillage, ByCategory, ByMaker, ByMaterial) = (other.ByVillage, other.ByCategory, other.ByMaker, other.ByMaterial);
        (NewestFirst, CheapestFirst, DearestFirst) = (other.NewestFirst, other.CheapestFirst, other.DearestFirst);
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<IndexedProduct> All => Products;

    public int MakerCount => Makers.Length;

    /// <summary>What all of it could be narrowed to; counted when it is first asked for.</summary>
    public SearchFacets Facets => _facets.Value;

    internal IndexedProduct[] Products { get; }
    internal SynonymTable Synonyms { get; }
    internal long[] Prices { get; }
    internal IndexedVillage[] Villages { get; }
    internal int[] Village { get; }
    internal string[] Categories { get; }
    internal int[] Category { get; }
    internal Guid[] Makers { get; }
    internal int[] Maker { get; }
    internal MaterialTable Materials { get; }
    internal InvertedIndex Postings { get; }
    internal Lazy<Vocabulary> Vocabulary { get; }

    internal int[][] ByVillage { get; }
    internal int[][] ByCategory { get; }
    internal int[][] ByMaker { get; }

    /// <summary>By each material and all that stand within its words.</summary>
    internal int[][] ByMaterial { get; }

    internal Lazy<FacetCounts> Counted { get; }
    internal ResultCache Results { get; } = new();
    internal int[] NewestFirst { get; }
    internal int[] CheapestFirst { get; }
    internal int[] DearestFirst { get; }

    /// <summary>All in the order of the day: every maker in turn, one product at a time.</summary>
    public IEnumerable<IndexedProduct> InFairOrder(DateOnly day) => FairOrderOf(day).Select(x => Products[x]);

    /// <summary>What one maker has on sale, newest first.</summary>
    public IReadOnlyList<IndexedProduct> OfMaker(Guid maker) =>
        Array.IndexOf(Makers, maker) is >= 0 and var known ? [.. ByMaker[known].Select(x => Products[x])] : [];

    internal static SearchIndex Of(IEnumerable<IndexedProduct> products, SynonymTable synonyms) =>
        new([.. products.OrderByDescending(x => x.ListedAt)
            .ThenByDescending(x => x.Id.ToString("N"), StringComparer.Ordinal)], synonyms);

    internal SearchIndex With(SynonymTable synonyms) => new(this, synonyms);

    /// <summary>The same by place in the index, worked out once a day.</summary>
    internal int[] FairOrderOf(DateOnly day)
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
