using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CraftMarket.Kernel;
using CraftMarket.Tests.Catalogue;

namespace CraftMarket.Tests.Outside;

/// <summary>The market speaks both languages, whole: what reads the same in both is a name, a number, or was forgotten.</summary>
/// <remarks>What makers write is theirs and Indonesian; it is marked so (<c>lang="id"</c>), for screen readers and for this
/// test.</remarks>
public sealed partial class EnglishTests(RunningMarket market)
{
    private static readonly HashSet<string> Alike = new(Regions.All.Select(x => x.Name), StringComparer.Ordinal)
    {
        "CraftMarket", "WhatsApp", "Total", "Bank", "Operator", "NTB", "Lalu Fictif", "Jalan 1", "“tas”", "“zzzzzz”",
    };

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task no_word_of_the_market_is_left_in_the_other_language_and_all_money_is_written_alike()
    {
        using var workshop = await Workshop.Open(market);
        var (stocked, rare, soldOut) = (await Sold(workshop, "Tas Satu", 12), await Sold(workshop, "Tas Dua", 2),
            await Sold(workshop, "Tas Tiga", 0));
        var (toOrder, gone) = (await Sold(workshop, "Tas Empat", null), await Sold(workshop, "Tas Lima", 4));
        await workshop.Artisan.PostAsync(
            $"/api/v1/products/{(await workshop.Shown(gone)).GetProperty("id").GetGuid()}/withdrawal", null, Now);
        await workshop.Artisan.PutAsJsonAsync("/api/v1/artisans/me/brand",
            new { name = $"Anyam {stocked[^6..]}", story = "Tiga generasi penganyam.", colour = "#8a5a2b" }, Now);
        var shop = (await workshop.Artisan.GetFromJsonAsync<JsonElement>("/api/v1/artisans/me/brand", Now)).GetProperty("slug")
            .GetString();
        string[] paths =
        [
            "/", "/?q=tas", "/?q=zzzzzz", "/?kategori=tas", "/?hal=2", "/desa", "/desa/semoyang", $"/perajin/{shop}",
                "/keranjang", "/kirim-ke", "/kirim-ke?provinsi=31", "/masuk", "/undangan/palsu", "/tidak-ada", "/demo",
            $"/produk/{stocked}", $"/produk/{rare}", $"/produk/{soldOut}", $"/produk/{toOrder}", $"/produk/{gone}",
            $"/hubungi/{stocked}",
        ];
        using var indonesian = new Reader(market);
        using var english = new Reader(market);
        await english.Open("/?bahasa=en");
        var left = new List<string>();
        foreach (var path in paths) left.AddRange(Forgotten(path, await indonesian.Open(path), await english.Open(path)));
        var (ours, theirs) = (Steps(indonesian, stocked), Steps(english, stocked));
        while (await ours.MoveNextAsync() && await theirs.MoveNextAsync())
            left.AddRange(Forgotten(ours.Current.Name, ours.Current.Page, theirs.Current.Page));

        Assert.True(left.Count == 0, string.Join("\n", left));
    }

    [Fact]
    public async Task a_forgotten_word_is_found()
    {
        var parser = new AngleSharp.Html.Parser.HtmlParser();
        var (ours, theirs) =
            (await parser.ParseDocumentAsync("<html lang=id><p>Ongkos kirim <b>Rp1.000</b><input placeholder='Cari'>", Now),
            await parser.ParseDocumentAsync("<html lang=en><p>Ongkos kirim <b>Rp1,000</b><input placeholder='Cari'><i "
            + "lang=id>Tas</i>", Now));
        Assert.Equal(["x: Ongkos kirim", "x: Cari", "x: Rp1,000"], Forgotten("x", ours, theirs));
    }

    /// <summary>From the product into the cart, to the checkout and the order's page.</summary>
    private static async IAsyncEnumerator<(string Name, IHtmlDocument Page)> Steps(Reader reader, string slug)
    {
        await reader.Open($"/produk/{slug}");
        await reader.Send("add-to-cart");
        yield return ("cart", await reader.Open("/keranjang"));
        yield return ("checkout", await reader.Open("/checkout"));
        await reader.Send("show-total", ("buyer.name", "Lalu Fictif"), ("buyer.phone", "12"), ("shipTo.address", "Jalan 1"),
            ("shipTo.regionCode", "52.71"), ("payment", "transfer"));
        yield return ("checkout with its total", reader.Page);
        yield return ("checkout refused", await reader.Send("place-order"));
        yield return ("order", await reader.Send("place-order", ("buyer.phone", "081234567890")));
        Assert.StartsWith("/pesanan/", reader.Path, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Forgotten(string where, IHtmlDocument indonesian, IHtmlDocument english)
    {
        Assert.Equal(("id", "en"),
            (indonesian.DocumentElement.GetAttribute("lang"), english.DocumentElement.GetAttribute("lang")));
        var ours = Texts(indonesian).ToHashSet(StringComparer.Ordinal);
        var theirs = Texts(english).Distinct(StringComparer.Ordinal).ToArray();
        return theirs.Where(x => ours.Contains(x) && Word().IsMatch(x) && !Money().IsMatch(x) && !Alike.Contains(x))
            .Concat(theirs.Where(x => x.Contains("Rp", StringComparison.Ordinal)
                && Money().Replace(x, "").Contains("Rp", StringComparison.Ordinal)))
            .Distinct().Select(x => $"{where}: {x}");
    }

    /// <summary>What a reader sees or hears, but for what is marked as Indonesian on an English page and the switch of
    /// languages.</summary>
    private static IEnumerable<string> Texts(IHtmlDocument page) => page.Body!.Descendants()
        .Where(x => (x as IElement ?? x.ParentElement)?.Closest("script, style, code, [lang]") is null or IHtmlHtmlElement
            || page.DocumentElement.GetAttribute("lang") == "id")
        .SelectMany(x => x switch
        {
            IText text => [text.Text],
            IElement element => new[] { "alt", "aria-label", "placeholder", "title" }.Select(element.GetAttribute)
                .OfType<string>(),
            _ => [],
        }).Select(x => string.Join(' ', x.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(x => x.Length > 0);

    private static async Task<string> Sold(Workshop workshop, string name, int? stock)
    {
        var bag = await workshop.Bag(name);
        (bag["stock"], bag["leadTimeDays"], bag["price"]) = (stock, stock is null ? 7 : null, 1_250_000);
        return (await workshop.OnSale(bag)).GetProperty("slug").GetString()!;
    }

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Word();

    /// <summary>The only way to write rupiah here: no space, dots between groups of three.</summary>
    [GeneratedRegex(@"-?Rp\d{1,3}(\.\d{3})*(?![\d.,]*\d)")]
    private static partial Regex Money();
}
