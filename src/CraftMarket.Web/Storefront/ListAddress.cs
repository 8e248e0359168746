using CraftMarket.Catalogue;
using CraftMarket.Search;
using Microsoft.AspNetCore.WebUtilities;

namespace CraftMarket.Web.Storefront;

/// <summary>A choice that can be taken back, as a chip over the list.</summary>
public sealed record Chip(string Text, string Without);

/// <summary>What a buyer has chosen, as it stands in the address; every link of the list is made from it.</summary>
public sealed record ListAddress(string? Q, string? Desa, string? Kategori, string? Bahan, long? Min, long? Maks, string? Urut,
    Guid? Perajin)
{
    public static readonly IReadOnlyList<(string Value, SortOrder Order, Wording Name)> Orders =
    [
        ("giliran", SortOrder.Fair, new("Bergiliran", "In turn")), ("terbaru", SortOrder.Newest, new("Terbaru", "Newest")),
        ("murah", SortOrder.CheapestFirst, new("Termurah", "Cheapest")),
        ("mahal", SortOrder.DearestFirst, new("Termahal", "Dearest")),
    ];

    public SortOrder? Order => Orders.Where(x => x.Value == Urut).Select(x => (SortOrder?)x.Order).FirstOrDefault();

    public SearchQuery Question(int page) => new(Q, Desa, Kategori, Bahan, Min, Maks, Order, page)
    {
        WithFacets = true, Maker = Perajin is { } maker ? new(maker) : null,
    };

    /// <summary>The address of this choice; the first page says no number, and nothing chosen is the whole list, not the
    /// greeting.</summary>
    public string Link(int page = 1)
    {
        var fields = Fields().Append(("hal", page > 1 ? $"{page}" : null)).Where(x => x.Item2 is not null)
            .ToDictionary(x => x.Item1, x => x.Item2);
        return fields.Count == 0 ? "/?urut=giliran" : QueryHelpers.AddQueryString("/", fields);
    }

    /// <summary>What a form that changes one thing has to keep.</summary>
    public IEnumerable<(string Name, string Value)> Kept(params string[] but) =>
        Fields().Where(x => x.Item2 is not null && !but.Contains(x.Item1)).Select(x => (x.Item1, x.Item2!));

    /// <summary>The same without the condition that the window named.</summary>
    public ListAddress Without(string dropped) => dropped switch
    {
        "q" => this with { Q = null },
        "village" => this with { Desa = null },
        "category" => this with { Kategori = null },
        "material" => this with { Bahan = null },
        "price" => this with { Min = null, Maks = null },
        _ => this with { Perajin = null },
    };

    private IEnumerable<(string, string?)> Fields() =>
    [
        ("q", Q), ("desa", Desa), ("kategori", Kategori), ("bahan", Bahan), ("min", Min?.ToString()), ("maks", Maks?.ToString()),
        ("urut", Urut), ("perajin", Perajin?.ToString()),
    ];
}
