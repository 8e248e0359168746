using CraftMarket.Web.Outside;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Composition;

/// <summary>Our cookies: kept from scripts and from other sites; over HTTPS secure, under a name that nobody else of the domain
/// can set.</summary>
/// <remarks>Browsers take a cookie named <c>__Host-…</c> only when it is secure and for the whole of this one host, and
/// <c>__Secure-…</c> only when it
/// is secure (RFC 6265bis, 4.1.3). Development is served over HTTP and has the plain names.</remarks>
internal static class HouseCookies
{
    private const string Whole = "__Host-", Part = "__Secure-";

    /// <summary>Those that the framework writes have one name as long as the program runs: by the address that the world
    /// knows.</summary>
    public static void AddCookies(this WebApplicationBuilder builder)
    {
        var https = !builder.Environment.IsDevelopment() && new PublicAddress(builder.Configuration).IsHttps;
        builder.Services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme,
            options => Guard(options.Cookie, "craftmarket", https));
        builder.Services.Configure<AntiforgeryOptions>(options => Guard(options.Cookie, "antiforgery", https));
        builder.Services.Configure<CookieTempDataProviderOptions>(options => Guard(options.Cookie, HousePage.NoticeKey, https));
    }

    /// <summary>The name of one of our own, as this request has it.</summary>
    /// <param name="path">Null for the whole house.</param>
    public static string NameOf(string name, HttpRequest request, string? path = null) =>
        !request.IsHttps ? name : path is null ? Whole + name : Part + name;

    /// <param name="path">Null for the whole house.</param>
    public static CookieOptions Kept(HttpRequest request, TimeSpan age, string? path = null) =>
        new()
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, IsEssential = true, MaxAge = age,
            Path = path ?? "/",
        };

    private static void Guard(CookieBuilder cookie, string name, bool https)
    {
        cookie.Name = https ? Whole + name : name;
        cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
    }
}
