namespace CraftMarket.Web.Pages;

/// <summary>Finds the regency or city that somebody typed, as people write it: «jakarta selatan», «kab. bandung»,
/// «jogja».</summary>
internal static class PlaceSearch
{
    /// <summary>What people write instead of what the official list says.</summary>
    private static readonly Dictionary<string, string> Usual = new()
    {
        ["kab"] = "kabupaten", ["kodya"] = "kota", ["kotamadya"] = "kota", ["dki"] = "jakarta", ["diy"] = "yogyakarta",
        ["jogja"] = "yogyakarta",
        ["jogjakarta"] = "yogyakarta", ["yogya"] = "yogyakarta", ["solo"] = "surakarta", ["kep"] = "kepulauan",
    };

    /// <summary>The place with exactly that name, else every one that has all the words in its own name or its
    /// province's.</summary>
    public static IReadOnlyList<Region> Of(string? typed)
    {
        var words = Words(typed);
        if (words.Count == 0) return [];
        var plain = string.Join(' ', words);
        var all = Regions.Regencies.ToList();
        if (all.Where(x => string.Join(' ', Words(x.Name)) == plain).ToList() is { Count: 1 } exact) return exact;
        var named = all.Where(x => Has(Words(x.Name), words)).ToList();
        return named.Count > 0 ? named : [.. all.Where(x =>
            Has([.. Words(x.Name), .. Words(Regions.NameOf(x.Code.Province))], words))];
    }

    private static bool Has(List<string> name, List<string> words) =>
        words.All(x => name.Any(y => y.StartsWith(x, StringComparison.Ordinal)));

    private static List<string> Words(string? text) =>
        [.. Region.SlugOf(text ?? "").Split('-', StringSplitOptions.RemoveEmptyEntries).Take(12)
            .Select(x => Usual.GetValueOrDefault(x, x))];
}
