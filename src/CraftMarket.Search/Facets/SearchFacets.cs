namespace CraftMarket.Search;

/// <summary>A village with goods in the list.</summary>
public sealed record VillageCount(IndexedVillage Village, int Count);

/// <summary>A kind of goods in the list.</summary>
public sealed record CategoryCount(string Category, int Count);

/// <summary>What goods in the list are made of.</summary>
public sealed record MaterialCount(string Material, int Count);

/// <summary>A band of prices, both ends included; null leaves an end open.</summary>
public sealed record PriceBand(long? Min, long? Max)
{
    /// <summary>As buyers at a village fair think of prices, in rupiah.</summary>
    public static readonly IReadOnlyList<PriceBand> All =
        [new(null, 49_999), new(50_000, 99_999), new(100_000, 249_999), new(250_000, 499_999), new(500_000, null)];

    /// <summary>Which of all bands a price lies in.</summary>
    internal static int Of(long price)
    {
        var band = 0;
        while (!All[band].Holds(price) && band < All.Count - 1) band++;
        return band;
    }

    public bool Holds(long price) => price >= (Min ?? 0) && price <= (Max ?? long.MaxValue);
}

/// <summary>How many goods of the list cost so much.</summary>
public sealed record PriceCount(PriceBand Band, int Count);

/// <summary>What the list could be narrowed to, with the number of goods that would be left. Each is counted as if nothing of its
/// own kind were chosen, so that another choice can be taken at once. Most goods first; nothing with none.</summary>
public sealed record SearchFacets(IReadOnlyList<VillageCount> Villages, IReadOnlyList<CategoryCount> Categories,
    IReadOnlyList<MaterialCount> Materials, IReadOnlyList<PriceCount> Prices)
{
    public static readonly SearchFacets None = new([], [], [], []);
}

/// <summary>One condition less, and how many goods there would be then.</summary>
/// <param name="Dropped">The condition's name in the address: <c>q</c>, <c>village</c>, <c>category</c>, <c>material</c>,
/// <c>price</c>, <c>artisan</c>.</param>
public sealed record Widening(string Dropped, int Count);
