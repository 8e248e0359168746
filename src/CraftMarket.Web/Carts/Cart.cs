using System.Buffers.Text;
using System.Security.Cryptography;
using CraftMarket.Ordering;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Operating;
using Microsoft.AspNetCore.DataProtection;

namespace CraftMarket.Web.Carts;

/// <summary>What a buyer wants, kept in a signed cookie on the buyer's own device: no account, no script, nothing stored
/// here.</summary>
/// <param name="Lines">Pieces wanted of each article, in the order they were put in.</param>
public sealed record Cart(IReadOnlyList<CartLine> Lines)
{
    private const string Cookie = "cart";

    public int Pieces => Lines.Sum(x => x.Quantity);

    /// <summary>The cart with that many pieces of an article; none takes it out.</summary>
    public Cart With(Article article, int quantity)
    {
        var wanted = new CartLine(article, Math.Max(quantity, 0));
        var known = Lines.Any(x => x.Article == article);
        var lines = known ? Lines.Select(x => x.Article == article ? wanted : x) : Lines.Append(wanted);
        return new([.. lines.Where(x => x.Quantity > 0)]);
    }

    public int QuantityOf(Article article) => Lines.FirstOrDefault(x => x.Article == article)?.Quantity ?? 0;

    /// <summary>The cart that came with the request; an unreadable one is empty.</summary>
    public static Cart Read(HttpContext http)
    {
        if (http.Items[Cookie] is Cart seen) return seen;
        var cart = http.Request.Cookies.TryGetValue(Named(http), out var sealedText) ? Parse(http, sealedText) : new([]);
        http.Items[Cookie] = cart;
        return cart;
    }

    public void Write(HttpContext http)
    {
        http.Items[Cookie] = this;
        if (Lines.Count == 0)
        {
            http.Response.Cookies.Delete(Named(http), HouseCookies.Kept(http.Request, TimeSpan.Zero));
            return;
        }
        // A browser keeps no cookie over 4096 bytes, so the ids of a full cart are written short.
        var text = string.Join(',', Lines.Select(x => $"{Short(x.Article.ProductId.Value)}*{x.Quantity}"
            + (x.Article.VariantId is { } variant ? $"*{Short(variant.Value)}" : "")));
        http.Response.Cookies.Append(Named(http), Protector(http).Protect(text),
            HouseCookies.Kept(http.Request, TimeSpan.FromDays(30)));
    }

    private static Cart Parse(HttpContext http, string sealedText)
    {
        try
        {
            return new([.. Protector(http).Unprotect(sealedText).Split(',').Select(x => x.Split('*'))
                .Select(x => new CartLine(new(new(Long(x[0])), x.Length > 2 ? new(Long(x[2])) : null), int.Parse(x[1])))]);
        }
        catch (CryptographicException)
        {
            http.NoteForged("bad_ticket");
            return new([]);
        }
    }

    private static string Short(Guid id) => Base64Url.EncodeToString(id.ToByteArray());

    /// <summary>Also as carts of earlier versions have it, in 32 digits.</summary>
    private static Guid Long(string id) => id.Length == 32 ? Guid.Parse(id) : new(Base64Url.DecodeFromChars(id));

    private static string Named(HttpContext http) => HouseCookies.NameOf(Cookie, http.Request);

    private static IDataProtector Protector(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("cart");
}

/// <summary>Pieces wanted of one article.</summary>
public sealed record CartLine(Article Article, int Quantity)
{
    public Wish Wish => new(Article.ProductId, Quantity, Article.VariantId);
}
