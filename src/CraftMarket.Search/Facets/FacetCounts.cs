namespace CraftMarket.Search;

/// <summary>Counts what is left for each choice, in one walk over the goods.</summary>
internal sealed class FacetCounts(SearchIndex index)
{
    /// <summary>Every maker writes materials in own words; more of them than this help nobody. Villages and kinds of goods are
    /// all to be chosen.</summary>
    private const int MostMaterials = 60;

    private readonly int[] _villages = new int[index.Villages.Length], _categories = new int[index.Categories.Length];
    private readonly int[] _materials = new int[index.Materials.Names.Length], _prices = new int[PriceBand.All.Count];
    private int _withoutVillage, _withoutCategory, _withoutMaterial, _withoutPrice, _withoutMaker;

    /// <summary>A product that fits counts everywhere; one that misses a single condition counts among the choices of that
    /// condition.</summary>
    public void Count(int slot, Facet misfit)
    {
        if (misfit is Facet.None or Facet.Village) _villages[index.Village[slot]]++;
        if (misfit is Facet.None or Facet.Category) _categories[index.Category[slot]]++;
        if (misfit is Facet.None or Facet.Price) _prices[BandOf(index.Prices[slot])]++;
        if (misfit is Facet.None or Facet.Material)
            foreach (var material in index.Materials.Counted[slot]) _materials[material]++;
        switch (misfit)
        {
            case Facet.Village: _withoutVillage++; break;
            case Facet.Category: _withoutCategory++; break;
            case Facet.Material: _withoutMaterial++; break;
            case Facet.Price: _withoutPrice++; break;
            case Facet.Maker: _withoutMaker++; break;
            default: break;
        }
    }

    /// <summary>Takes over the whole storefront's counts for the one condition that there is; what fits has been counted
    /// already.</summary>
    public void TakeWhole(Facet only, int fitting)
    {
        var (whole, all) = (index.Counted.Value, index.Products.Length);
        switch (only)
        {
            case Facet.Village: whole._villages.CopyTo(_villages, 0); _withoutVillage = all - fitting; break;
            case Facet.Category: whole._categories.CopyTo(_categories, 0); _withoutCategory = all - fitting; break;
            case Facet.Material: whole._materials.CopyTo(_materials, 0); _withoutMaterial = all - fitting; break;
            case Facet.Price: whole._prices.CopyTo(_prices, 0); _withoutPrice = all - fitting; break;
            case Facet.Maker: _withoutMaker = all - fitting; break;
            default: break;
        }
    }

    /// <param name="chosen">The material chosen, which is listed however few goods have it; null for none.</param>
    public SearchFacets Sum(int? chosen = null) => new(
        Ranked(_villages, x => new VillageCount(index.Villages[x], _villages[x])),
        Ranked(_categories, x => new CategoryCount(index.Categories[x], _categories[x])),
        [.. Ranked(_materials, x => (Place: x, Row: new MaterialCount(index.Materials.Names[x], _materials[x])))
            .Where((x, rank) => rank < MostMaterials || x.Place == chosen).Select(x => x.Row)],
        [.. PriceBand.All.Select((band, x) => new PriceCount(band, _prices[x])).Where(x => x.Count > 0)]);

    /// <summary>What there would be with one condition less, when there is nothing with all.</summary>
    public IEnumerable<Widening> Widenings() => new Widening[]
    {
        new("village", _withoutVillage), new("category", _withoutCategory), new("material", _withoutMaterial),
        new("price", _withoutPrice), new("artisan", _withoutMaker),
    }.Where(x => x.Count > 0);

    private static T[] Ranked<T>(int[] counts, Func<int, T> made) =>
        [.. Enumerable.Range(0, counts.Length).Where(x => counts[x] > 0).OrderByDescending(x => counts[x]).Select(made)];

    private static int BandOf(long price)
    {
        var band = 0;
        while (!PriceBand.All[band].Holds(price) && band < PriceBand.All.Count - 1) band++;
        return band;
    }
}
