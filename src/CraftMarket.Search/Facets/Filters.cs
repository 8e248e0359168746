namespace CraftMarket.Search;

/// <summary>What a list can be narrowed by; flags, for what a product does not fit.</summary>
[Flags]
internal enum Facet { None = 0, Village = 1, Category = 2, Material = 4, Price = 8, Maker = 16 }

/// <summary>A query's conditions on one index.</summary>
internal sealed class Filters
{
    public static readonly Facet[] All = [Facet.Village, Facet.Category, Facet.Material, Facet.Price, Facet.Maker];

    private readonly SearchIndex _index;
    private readonly bool[]? _villages, _materials;
    private readonly int? _category, _maker;
    private readonly long _least, _most;
    private readonly List<(Facet By, int[] Goods)> _short = [];

    public Filters(SearchQuery query, SearchIndex index)
    {
        _index = index;
        if (query.Village is { } village)
        {
            _villages = [.. index.Villages.Select(x => x.Code == village || x.Slug == village
                || x.Name.Equals(village, StringComparison.OrdinalIgnoreCase))];
            if (Array.IndexOf(_villages, true) is var first && first == Array.LastIndexOf(_villages, true))
                Short(Facet.Village, index.ByVillage, first);
        }

        if (query.Category is { } category)
            Short(Facet.Category, index.ByCategory,
            (_category = Array.BinarySearch(index.Categories, category, StringComparer.Ordinal)).Value);
        if (query.Maker is { } maker)
            Short(Facet.Maker, index.ByMaker, (_maker = Array.IndexOf(index.Makers, maker.Value)).Value);
        if (query.Material is { } material)
        {
            _materials = index.Materials.Holding(material);
            if (Array.IndexOf(index.Materials.Plain, Tokenizer.Normalize(material)) is >= 0 and var known)
                Short(Facet.Material, index.ByMaterial, (Material = known).Value);
            else _short.Add((Facet.Material, AnyOf(_materials)));
        }

        (_least, _most) = (query.MinPrice ?? 0, query.MaxPrice ?? long.MaxValue);
        By = (_villages is null ? 0 : Facet.Village) | (_category is null ? 0 : Facet.Category) | (_materials is null ? 0
            : Facet.Material)
            | (query.MinPrice is null && query.MaxPrice is null ? 0 : Facet.Price) | (_maker is null ? 0 : Facet.Maker);
    }

    /// <summary>The one material that was asked for by its whole name, by its place in the table.</summary>
    public int? Material { get; }

    /// <summary>What the query narrows by.</summary>
    public Facet By { get; }

    /// <summary>The shortest list that holds every product which fits all but perhaps one condition; null when that may be any
    /// good.</summary>
    public int[]? Shortest(Facet but = Facet.None) => _short.Where(x => x.By != but).Select(x => x.Goods).MinBy(x => x.Length);

    /// <summary>What a product does not fit; nothing when it belongs in the list.</summary>
    public Facet Misfit(int slot)
    {
        var misfit = Facet.None;
        if (_villages is not null && !_villages[_index.Village[slot]]) misfit |= Facet.Village;
        if (_category is { } category && _index.Category[slot] != category) misfit |= Facet.Category;
        if (_materials is not null && !Made(slot)) misfit |= Facet.Material;
        if (_index.Prices[slot] < _least || _index.Prices[slot] > _most) misfit |= Facet.Price;
        if (_maker is { } maker && _index.Maker[slot] != maker) misfit |= Facet.Maker;
        return misfit;
    }

    private void Short(Facet by, int[][] lists, int which) => _short.Add((by, which >= 0 ? lists[which] : []));

    private int[] AnyOf(bool[] materials)
    {
        var made = new bool[_index.Products.Length];
        var count = 0;
        for (var material = 0; material < materials.Length; material++)
        {
            if (!materials[material]) continue;
            foreach (var slot in _index.ByMaterial[material])
                if (!made[slot]) (made[slot], count) = (true, count + 1);
        }

        var some = new int[count];
        for (int slot = 0, at = 0; at < count; slot++)
            if (made[slot]) some[at++] = slot;
        return some;
    }

    private bool Made(int slot)
    {
        foreach (var material in _index.Materials.Own[slot])
            if (_materials![material]) return true;
        return false;
    }
}
