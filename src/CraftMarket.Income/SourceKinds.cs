namespace CraftMarket.Income;

/// <summary>A kind of income that a household can have.</summary>
/// <param name="Id">What events and programs call it.</param>
/// <param name="AddsUp">Whether it is part of the net income; aid and what was eaten at home stand beside it.</param>
public sealed record SourceKind(string Id, Wording Name, bool AddsUp = true);

/// <summary>Where income can come from. A closed list: what somebody types freely could name people, and events keep it for
/// ever.</summary>
public static class SourceKinds
{
    /// <summary>In the order in which a companion asks.</summary>
    public static IReadOnlyList<SourceKind> All { get; } =
    [
        new("ownCrafts", new("Kerajinan buatan sendiri", "Own crafts")),
        new("farm", new("Tani, ternak, atau ikan sendiri", "Own farm, animals or fish")),
        new("wages", new("Upah, juga buruh tani", "Wages, farm labour too")),
        new("otherTrade", new("Dagang atau usaha lain", "Other trade")),
        new("services", new("Jasa, misalnya pijat, ojek", "Services, such as massage or rides")),
        new("remittances", new("Kiriman keluarga", "Money sent by family")),
        new("other", new("Lainnya", "Other")),
        new("aid", new("Bantuan", "Aid"), AddsUp: false),
        new("ownConsumption", new("Hasil yang dimakan sendiri", "What was eaten at home"), AddsUp: false),
    ];

    /// <summary>Words that were typed before there was a list.</summary>
    private static readonly Dictionary<string, string> Older = new(StringComparer.OrdinalIgnoreCase)
    {
        ["farmLabour"] = "wages", ["farm work"] = "wages", ["buruh tani"] = "wages", ["upah harian"] = "wages",
        ["upah"] = "wages", ["buruh"] = "wages", ["tani"] = "farm", ["tani sendiri"] = "farm", ["ternak"] = "farm",
        ["dagang"] = "otherTrade", ["warung"] = "otherTrade", ["trade"] = "otherTrade",
        ["kiriman keluarga"] = "remittances", ["remittance"] = "remittances",
        ["kerajinan"] = "ownCrafts", ["jasa"] = "services", ["lainnya"] = "other",
    };

    private static readonly Dictionary<string, SourceKind> ById = All.ToDictionary(x => x.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind that is meant; null when it is none.</summary>
    public static SourceKind? Find(string? text)
    {
        var typed = text?.Trim() ?? "";
        return ById.GetValueOrDefault(Older.GetValueOrDefault(typed, typed));
    }

    /// <summary>The same sources in the words of the list.</summary>
    internal static IReadOnlyList<IncomeSource> InItsWords(IEnumerable<IncomeSource> sources) =>
        [.. sources.Select(x => x with { Kind = Find(x.Kind)?.Id ?? x.Kind })];
}
