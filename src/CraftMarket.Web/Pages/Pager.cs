using Microsoft.AspNetCore.Http.Extensions;

namespace CraftMarket.Web.Pages;

/// <summary>Turning the pages of a long list; everything else in the address stays.</summary>
public sealed record Pager(HttpRequest Request, int Page, int Last)
{
    public static Pager Through(HttpRequest request, int page, int pageSize, long total) =>
        new(request, page, (int)Math.Ceiling(total / (double)pageSize));

    public string To(int page)
    {
        var rest = Request.Query.Where(x => x.Key != "page")
            .SelectMany(x => x.Value, (x, value) => KeyValuePair.Create(x.Key, value ?? ""));
        return Request.Path
            + new QueryBuilder(rest) { { "page", page.ToString(System.Globalization.CultureInfo.InvariantCulture) } }.ToString();
    }
}
