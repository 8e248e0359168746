using Marten;

namespace CraftMarket.Income.Lines;

/// <summary>The poverty lines that BPS published, as carried by the press up to September 2025.</summary>
public sealed class PublishedLines(IDocumentStore store) : IReferenceData
{
    public static IReadOnlyList<PovertyLine> All { get; } =
    [
        Ntb(2022, 9, 489_954, 3.86m, 1_891_222),
        Ntb(2023, 3, 498_996, 4.10m, 2_045_884),
        Ntb(2024, 3, 534_703, 4.14m, 2_213_670),
        Ntb(2024, 9, 540_339, 4.13m, 2_231_600) with { Certain = false },
        Ntb(2025, 3, 556_846, 4.27m, 2_377_732),
        Ntb(2025, 9, 575_856, 4.37m, 2_516_491),
        Of("52.02", 2024, 3, 549_400),
        Of("52.02", 2025, 3, 568_910),
        // US$1.90, later US$2.15 a day in purchasing power; the second is told as "about".
        Of(PovertyLine.Indonesia, 2023, 3, 351_957.4m) with { Extreme = true },
        Of(PovertyLine.Indonesia, 2025, 1, 391_000) with { Extreme = true, Certain = false },
    ];

    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        session.Store(All.ToArray());
        await session.SaveChangesAsync(cancellation);
    }

    private static PovertyLine Ntb(int year, int month, decimal amount, decimal size, long household) =>
        Of("52", year, month, amount) with { HouseholdSize = size, HouseholdLine = new(household) };

    private static PovertyLine Of(string area, int year, int month, decimal amount) =>
        new($"{area}/{year:0000}-{month:00}", area, new(year, month), amount, null, null, false, true);
}
