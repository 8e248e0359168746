using System.Collections.Frozen;

namespace CraftMarket.Search;

/// <summary>The products on sale, laid out for finding: newest first, with what each is looked for by in columns. Never changes;
/// what is shown of its products does.</summary>
public sealed class SearchIndex
{
    internal static readonly SearchIndex Empty = Of([], SynonymTable.Empty);
    private readonly Lazy<SearchFacets> _facets;
    private readonly Lazy<int[][]> _whole;
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
        Bands = [.. Prices.Select(PriceBand.Of)];
        (ByVillage, ByCategory) = (Sets(Village, Villages.Length), Sets(Category, Categories.Length));
        ByMaterial = SlotSet.Each(Materials.Names.Length, Materials.Counted);
        ByMaker = [.. Maker.Index().GroupBy(x => x.Item, x => x.Index).OrderBy(x => x.Key).Select(x => x.ToArray())];
        _whole = new(() => [.. Enum.GetValues<Facet>().Select(x => Count(x, NewestFirst!))]);
        _facets = new(() => new FacetCounts(this, new(new(null, null, null, null, null, null, null, 1), this), null).Sum());
        NewestFirst = [.. Enumerable.Range(0, products.Length)];
        CheapestFirst = [.. Enumerable.Range(0, products.Length).OrderBy(x => Prices[x])];
        DearestFirst = [.. Enumerable.Range(0, products.Length).OrderByDescending(x => Prices[x])];
    }

    private SearchIndex(SearchIndex other, SynonymTable synonyms)
    {
        (Products, Synonyms, Prices, Villages, Village) = (other.Products, synonyms, other.Prices, other.Villages, other.Village);
        (Categories, Category, Makers, Maker) = (other.Categories, other.Category, other.Makers, other.Maker);
        (Materials, Postings, Vocabulary, Bands) = (other.Materials, other.Postings, other.Vocabulary, other.Bands);
        (_facets, _whole) = (other._facets, other._whole);
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


    /// <summary>The band of each price.</summary>
    internal int[] Bands { get; }

    internal SlotSet[] ByVillage { get; }
    internal SlotSet[] ByCategory { get; }
    internal int[][] ByMaker { get; }

    /// <summary>By each material and all that stand within its words.</summary>
    internal SlotSet[] ByMaterial { get; }
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

    /// <summary>How many of some products have each value.</summary>
    internal int[] Count(Facet facet, int[] slots)
    {
        if (facet == Facet.Material) return CountMaterials(slots);
        var (column, values) = facet switch
        {
            Facet.Village => (Village, Villages.Length),
            Facet.Category => (Category, Categories.Length),
            Facet.Price => (Bands, PriceBand.All.Count),
            Facet.Maker => (Maker, Makers.Length),
            _ => throw new ArgumentOutOfRangeException(nameof(facet)),
        };
        var counts = new int[values];
        foreach (var slot in slots) counts[column[slot]]++;
        return counts;
    }

    /// <summary>The same of all, counted once.</summary>
    internal int[] WholeCounts(Facet facet) => _whole.Value[(int)facet];

    private int[] CountMaterials(int[] slots)
    {
        var counts = new int[Materials.Names.Length];
        var each = Materials.Counted;
        foreach (var slot in slots)
            foreach (var material in each[slot]) counts[material]++;
        return counts;
    }

    /// <summary>Day and order in one piece, so that whoever reads while another writes never gets the order of another
    /// day.</summary>
    private sealed record FairDay(DateOnly Day, int[] Order);

    private static SlotSet[] Sets(int[] each, int values) => SlotSet.Each(values, [.. each.Select(x => new[] { x })]);

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
