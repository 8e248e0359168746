namespace CraftMarket.Search;

/// <summary>What a list can be narrowed by.</summary>
internal enum Facet { Village, Category, Material, Price, Maker }

/// <summary>A query's conditions on one index.</summary>
internal sealed class Filters
{
    private readonly List<(Facet By, SlotSet Fitting)> _all = [];

    public Filters(SearchQuery query, SearchIndex index)
    {
        var none = SlotSet.Of(index.Products.Length, []);
        if (query.Village is { } village)
            Add(Facet.Village, index.Villages.Index().Where(x => x.Item.Code == village || x.Item.Slug == village
                || x.Item.Name.Equals(village, StringComparison.OrdinalIgnoreCase)).Select(x => index.ByVillage[x.Index]));
        if (query.Category is { } category)
            Add(Facet.Category, Array.BinarySearch(index.Categories, category, StringComparer.Ordinal) is >= 0 and var known
                ? [index.ByCategory[known]] : []);
        if (query.Material is { } material)
        {
            var whole = Array.IndexOf(index.Materials.Plain, Tokenizer.Normalize(material));
            if (whole >= 0) Material = whole;
            Add(Facet.Material, whole >= 0 ? [index.ByMaterial[whole]]
                : index.Materials.Holding(material).Select(x => index.ByMaterial[x]));
        }

        if (query.MinPrice is not null || query.MaxPrice is not null)
            Add(Facet.Price, [SlotSet.Between(index.Prices, query.MinPrice ?? 0, query.MaxPrice ?? long.MaxValue)]);
        if (query.Maker is { } maker)
            Add(Facet.Maker, Array.IndexOf(index.Makers, maker.Value) is >= 0 and var known
                ? [SlotSet.Of(index.Products.Length, index.ByMaker[known])] : []);

        void Add(Facet by, IEnumerable<SlotSet> any) => _all.Add((by, any.Aggregate(none, (x, y) => x.Or(y))));
    }

    /// <summary>The one material that was asked for by its whole name, by its place in the table.</summary>
    public int? Material { get; }

    public bool AreNone => _all.Count == 0;

    public bool Has(Facet facet) => _all.Exists(x => x.By == facet);

    /// <summary>What fits all conditions; null when that is everything.</summary>
    /// <param name="found">What has the words of the query; null when it has none.</param>
    /// <param name="but">A condition that does not count.</param>
    public SlotSet? Fitting(SlotSet? found, Facet? but = null) =>
        _all.Where(x => x.By != but).Aggregate(found, (x, y) => x?.And(y.Fitting) ?? y.Fitting);
}
