using CraftMarket.Catalogue;
using CraftMarket.Search;
using CraftMarket.Web.Listing;
using CraftMarket.Web.Outside;
using CraftMarket.Web.Pages;
using CraftMarket.Web.Storefront.Slices;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Storefront;

/// <summary>The shop window: a greeting for who comes in, a list for who looks for something.</summary>
[AllowAnonymous]
public sealed class HomeModel(ShopList list, IQuerySession session, PublicAddress outside) : HousePage
{
    private const int MostPages = 10_000;

    private Region? _village;

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public string? Kategori { get; set; }
    [BindProperty(SupportsGet = true)] public string? Desa { get; set; }
    [BindProperty(SupportsGet = true)] public string? Bahan { get; set; }
    [BindProperty(SupportsGet = true)] public string? Min { get; set; }
    [BindProperty(SupportsGet = true)] public string? Maks { get; set; }
    [BindProperty(SupportsGet = true)] public string? Urut { get; set; }
    [BindProperty(SupportsGet = true)] public string? Perajin { get; set; }
    [BindProperty(SupportsGet = true)] public string? Hal { get; set; }

    public IReadOnlyList<Category> Categories { get; private set; } = [];

    public ListAddress Address { get; private set; } = new(null, null, null, null, null, null, null, null);

    /// <summary>The greeting; null when the reader looks for something.</summary>
    public ShopHome? Home { get; private set; }

    public ShopListPage Results { get; private set; } = ShopListPage.Empty;

    public IReadOnlyList<ProductCard> Goods { get; private set; } = [];

    /// <summary>The address asks for a page behind the last.</summary>
    public bool Past { get; private set; }

    /// <summary>The address asks for something in a way that is not understood; the rest of it is answered.</summary>
    public bool IsHalfUnderstood => (Urut is { Length: > 0 } && ListAddress.Orders.All(x => x.Value != Urut))
        || (Said(Min) is not null && Typed.Money(Min) is null)
        || (Said(Maks) is not null && Typed.Money(Maks) is null) || (Said(Perajin) is not null && !Guid.TryParse(Perajin, out _))
        || (Said(Hal) is { } page && !page.All(char.IsAsciiDigit));

    /// <summary>Kinds of goods to go on with when nothing was found.</summary>
    public IReadOnlyList<CategoryCount> Popular { get; private set; } = [];

    public SearchFacets Facets => Results.Facets ?? SearchFacets.None;

    public int Last => (int)((Results.Total + SearchQuery.PageSize - 1) / SearchQuery.PageSize);

    public string CategoryName(string id) => Categories.FirstOrDefault(x => x.Id == id)?.Name.In(Lang) ?? id;

    public string BandName(PriceBand band) => (band.Min, band.Max) switch
    {
        (null, { } most) => T($"Sampai {new Rupiah(most)}", $"Up to {new Rupiah(most)}"),
        ({ } least, null) => T($"{new Rupiah(least)} ke atas", $"{new Rupiah(least)} and more"),
        ({ } least, { } most) => $"{new Rupiah(least)} – {new Rupiah(most)}",
        _ => T("Semua harga", "Any price"),
    };

    /// <summary>What is chosen, each to be taken back with one tap.</summary>
    public IEnumerable<Chip> Chips()
    {
        if (Address.Q is { } words) yield return new($"“{words}”", Address.Without("q").Link());
        if (Address.Kategori is { } category) yield return new(CategoryName(category), Address.Without("category").Link());
        if (Address.Desa is { } village)
            yield return new(T("Desa", "Village:") + " " + (VillageName ?? village), Address.Without("village").Link());
        if (Address.Bahan is { } material) yield return new(material, Address.Without("material").Link());
        if (Address.Min is not null || Address.Maks is not null)
            yield return new(BandName(new(Address.Min, Address.Maks)), Address.Without("price").Link());
        if (Address.Perajin is not null)
            yield return new(Goods is [var first, ..] ? first.Artisan.Name : T("Perajin", "Maker"),
            Address.Without("artisan").Link());
    }

    public bool IsChosen(IndexedVillage village) => village.Code == _village?.Code.Value || Address.Desa == village.Code
        || Address.Desa == village.Slug;

    private string? VillageName => _village?.Name ?? Facets.Villages.FirstOrDefault(x => IsChosen(x.Village))?.Village.Name;

    /// <summary>What a condition is called when it is offered to be left out.</summary>
    public string NameOf(string dropped) => dropped switch
    {
        "q" => T("kata pencarian", "the search words"),
        "village" => T("desa", "the village"),
        "category" => T("jenis barang", "the kind"),
        "material" => T("bahan", "the material"),
        "price" => T("batas harga", "the price limits"),
        _ => T("perajin", "the maker"),
    };

    public async Task<IActionResult> OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        _village = Said(Desa) is { } named ? await session.VillageNamed(named, stop) : null;
        var shop = await list.NowAsync(stop);
        Categories = shop.Categories;
        Address = new(Said(Q), _village?.Slug ?? Said(Desa), Said(Kategori), Said(Bahan), Typed.Money(Min)?.Amount,
            Typed.Money(Maks)?.Amount,
            ListAddress.Orders.Any(x => x.Value == Urut) ? Urut : null, Guid.TryParse(Perajin, out var maker) ? maker : null);
        if (Address.Kategori is { } kind && Categories.All(x => x.Id != kind)) return NotFound();
        var page = Typed.Count(Hal) is { } number ? Math.Clamp(number, 1, MostPages) : Said(Hal)?.All(char.IsAsciiDigit) == true
            ? MostPages : 1;
        if (Request.QueryString.HasValue && (page > 1 || Address.Kept().Any()))
        {
            Results = await shop.FindAsync(Address.Question(page) with { Village = _village?.Code.Value ?? Address.Desa }, stop);
            Goods = Results.Cards();
            if (Address.Desa is not null && VillageName is null) return NotFound();
            Past = page > 1 && Goods.Count == 0;
            if (Past) Response.StatusCode = StatusCodes.Status404NotFound;
            if (Results.Total == 0) Popular = [.. shop.Greet().Facets.Categories.Take(6)];
        }
        else
        {
            Home = shop.Greet();
        }

        return Slice(HomeView.Create(this));
    }

    /// <summary>What the list is called; null in front of the greeting.</summary>
    public string? Title => Home is null ? Words.Title(T) : null;

    /// <summary>The list's one address; answers to somebody's own words are followed but not listed by search engines.</summary>
    public Found Found
    {
        get
        {
            var home = outside.Of(Request);
            return Home is null
                ? new((Address with { Urut = null, Min = null, Maks = null }).Link(Results.Page), Words.Title(T),
                    Words.Description(T))
                {
                    Listed = Goods.Count > 0 && Address is { Q: null, Bahan: null, Min: null, Maks: null, Perajin: null },
                }
                : new("/", T("Kerajinan NTB dari tangan perajinnya", "Crafts of NTB from the makers' hands"),
                    T("Tas, dompet, anyaman, dan kerajinan daun tembakau langsung dari perajin desa di Nusa Tenggara Barat.",
                        "Bags, wallets, weaving and tobacco-leaf crafts straight from village makers in West Nusa Tenggara."))
                {
                    Data = [LinkedData.Market(home), LinkedData.Site(home)],
                };
        }
    }

    private ListWords Words =>
        new(Address.Q, Address.Kategori is { } kind ? CategoryName(kind) : null, Address.Desa is null ? null : VillageName,
        Address.Perajin is not null && Goods is [var first, ..] ? first.Artisan.Name : null, Results.Page, Last, Results.Total);

    private static string? Said(string? text) => Typed.Text(text) is { } said ? Markup.Within(said, 200) : null;
}
