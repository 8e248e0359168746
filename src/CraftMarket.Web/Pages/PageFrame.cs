using CraftMarket.Web.Outside;
using CraftMarket.Web.Storefront;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;

namespace CraftMarket.Web.Pages;

/// <summary>What stands around a page.</summary>
/// <param name="Title">Without the market's name; null for the market's own.</param>
/// <param name="Found">What it tells search engines; null when it is not for them.</param>
public sealed record PageFrame(string? Title, Found? Found)
{
    /// <summary>What the reader has chosen, where the search goes on from there.</summary>
    public ListAddress? Search { get; init; }

    /// <summary>A sentence that the page before left to be shown once.</summary>
    public string? Notice { get; private init; }

    /// <summary>Somebody has just signed out here.</summary>
    public bool SignedOut { get; private init; }

    /// <summary>With what the page before left to be told; whoever comes without its cookie was left nothing.</summary>
    public PageFrame Telling(HttpContext http, ITempDataDictionary left)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(left);
        var told = http.RequestServices.GetRequiredService<IOptions<CookieTempDataProviderOptions>>().Value.Cookie.Name!;
        return http.Request.Cookies.ContainsKey(told) && left[HousePage.NoticeKey] is string notice
            ? this with { Notice = notice, SignedOut = left[HousePage.SignedOutKey] is not null }
            : this;
    }
}
