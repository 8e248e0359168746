using CraftMarket.Web.Listing;

namespace CraftMarket.Web.Shipping;

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

    /// <summary>The place with exactly that name, else those with all its words in their own name, else in their province's too;
    /// where
    /// there is none, the beginnings of words count. So «bali» is not Balikpapan.</summary>
    public static IReadOnlyList<Region> Of(string? typed)
    {
        var words = Words(typed);
        if (words.Count == 0) return [];
        var all = Regions.Regencies.Select(x => (Place: x, Name: Words(x.Name), Province: Words(Regions.NameOf(x.Code.Province))))
            .ToList();
        Func<(Region Place, List<string> Name, List<string> Province), bool>[] closer =
        [
            x => x.Name.SequenceEqual(words),
            x => words.All(x.Name.Contains),
            x => words.All(y => x.Name.Contains(y) || x.Province.Contains(y)),
            x => words.All(y => Begins(x.Name, y)),
            x => words.All(y => Begins(x.Name, y) || Begins(x.Province, y)),
        ];
        return closer.Select(x => all.Where(x).Select(y => y.Place).ToList()).FirstOrDefault(x => x.Count > 0) ?? [];
    }

    private static bool Begins(List<string> name, string word) => name.Any(x => x.StartsWith(word, StringComparison.Ordinal));

    private static List<string> Words(string? text) =>
        [.. Region.SlugOf(text ?? "").Split('-', StringSplitOptions.RemoveEmptyEntries).Take(12)
            .Select(x => Usual.GetValueOrDefault(x, x))];
}
