using System.Globalization;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;

namespace CraftMarket.Web.Operating;

/// <summary>Every list counts its pages from 1. What is no such number is refused at its field, before a route would call the
/// whole request unreadable.</summary>
internal static class ListPages
{
    private static readonly Refusal InvalidPage = Refusal.Invalid("invalid_page", "Halaman adalah bilangan bulat mulai dari 1.",
        "A page is a whole number from 1.", "page");

    public static void UseListPages(this WebApplication app) => app.Use((http, next) =>
        http.IsApi() && http.Request.Query["page"] is { Count: > 0 } asked && asked.ToString().Length > 0
            && !IsPage(asked.ToString())
            ? InvalidPage.Problem(http).ExecuteAsync(http)
            : next(http));

    private static bool IsPage(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= 1;
}
