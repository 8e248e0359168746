namespace CraftMarket.Search;

/// <summary>Counts what is left for each choice: a choice is counted as if nothing of its own kind were chosen.</summary>
/// <param name="found">What has the words of the query; null when it has none.</param>
internal sealed class FacetCounts(SearchIndex index, Filters filters, SlotSet? found)
{
    /// <summary>Every maker writes materials in own words; more of them than this help nobody. Villages and kinds of goods are
    /// all to be chosen.</summary>
    private const int MostMaterials = 60;

    private static readonly (Facet By, string Name)[] Names = [(Facet.Village, "village"), (Facet.Category, "category"),
        (Facet.Material, "material"), (Facet.Price, "price"), (Facet.Maker, "artisan")];

    private readonly Lazy<int[]?> _fitting = new(() => filters.Fitting(found)?.Slots());

    public SearchFacets Sum() => new(
        Ranked(Count(Facet.Village), (x, count) => new VillageCount(index.Villages[x], count)),
        Ranked(Count(Facet.Category), (x, count) => new CategoryCount(index.Categories[x], count)),
        [.. Ranked(Count(Facet.Material), (x, count) => (Place: x, Row: new MaterialCount(index.Materials.Names[x], count)))
            .Where((x, rank) => rank < MostMaterials || x.Place == filters.Material).Select(x => x.Row)],
        [.. PriceBand.All.Zip(Count(Facet.Price), (band, count) => new PriceCount(band, count)).Where(x => x.Count > 0)]);

    /// <summary>What there would be with one condition less, when there is nothing with all.</summary>
    public IEnumerable<Widening> Widenings()
    {
        foreach (var (by, name) in Names)
            if (filters.Has(by) && CountWithout(by) is > 0 and var count) yield return new(name, count);
        if (found is not null && (filters.Fitting(null)?.Count() ?? index.Products.Length) is > 0 and var any)
            yield return new("q", any);

        int CountWithout(Facet by) => filters.Fitting(found, by)?.Count() ?? index.Products.Length;
    }

    private int[] Count(Facet facet)
    {
        var slots = filters.Has(facet) ? filters.Fitting(found, facet)?.Slots() : _fitting.Value;
        return slots is null ? index.WholeCounts(facet) : index.Count(facet, slots);
    }

    private static T[] Ranked<T>(int[] counts, Func<int, int, T> made) =>
        [.. Enumerable.Range(0, counts.Length).Where(x => counts[x] > 0).OrderByDescending(x => counts[x])
            .Select(x => made(x, counts[x]))];
}
