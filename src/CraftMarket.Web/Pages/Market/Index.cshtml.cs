using System.Text.Json;
using CraftMarket.Catalogue;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace CraftMarket.Web.Pages.Market;

/// <summary>The shop window: search, kinds of goods, what is on sale.</summary>
[AllowAnonymous]
public sealed class IndexModel(ShopList list, IQuerySession session) : HousePage
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public string? Kategori { get; set; }
    [BindProperty(SupportsGet = true)] public string? Desa { get; set; }
    [BindProperty(SupportsGet = true)] public int Hal { get; set; } = 1;

    public IReadOnlyList<Category> Categories { get; private set; } = [];

    public IReadOnlyList<ProductCard> Goods { get; private set; } = [];

    public long Total { get; private set; }

    /// <summary>Whether the reader looks for something; the greeting then makes room.</summary>
    public bool IsNarrowed => Q is not null || Kategori is not null || Desa is not null || Hal > 1;

    /// <summary>What the search box keeps of the address.</summary>
    public IEnumerable<(string Name, string Value)> Narrowing => new[] { ("kategori", Kategori), ("desa", Desa) }.Where(x => x.Item2 is not null)!;

    public async Task OnGetAsync()
    {
        Hal = Math.Clamp(Hal, 1, 1000);
        Categories = await session.Query<Category>().Where(x => !x.Refused).OrderBy(x => x.Place).ToListAsync(HttpContext.RequestAborted);
        var words = string.IsNullOrWhiteSpace(Q) ? null : Q.Trim();
        var page = await list.FindAsync(new(words, Desa, Kategori, null, null, null, null, Hal), HttpContext.RequestAborted);
        Goods = JsonSerializer.Deserialize<List<ProductCard>>([(byte)'[', .. page.Items, (byte)']'])!;
        Total = page.Total;
    }

    public string PageLink(int page) =>
        QueryHelpers.AddQueryString("/", new Dictionary<string, string?> { ["q"] = Q, ["kategori"] = Kategori, ["desa"] = Desa, ["hal"] = page.ToString() });
}
