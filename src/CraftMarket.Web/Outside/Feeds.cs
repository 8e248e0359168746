using System.Security.Cryptography;
using System.Text;
using CraftMarket.Catalogue;
using CraftMarket.Web.Composition;
using Microsoft.Net.Http.Headers;

namespace CraftMarket.Web.Outside;

/// <summary>What others fetch to know what is on sale: the sitemap, the price list for shopping sites, the feed of new goods, and
/// who may look where.</summary>
internal static class Feeds
{
    public const string NewGoods = "/feed/baru.atom", PriceListCsv = "/feed/produk.csv", PriceListXml = "/feed/produk.xml",
    Sitemap = "/sitemap.xml";

    /// <summary>How long a fetched list may be kept without asking.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private static readonly string Build = typeof(Feeds).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    public static void AddOutside(this IServiceCollection services) => services.AddSingleton<PublicAddress>()
        .AddSingleton(services => new SitemapPages(services.GetRequiredService<StorefrontProducts>()))
        .AddSingleton<NewGoodsFeed>()
            .AddScoped<PriceList>();

    public static void MapFeeds(this WebApplication app)
    {
        // Needs no database: a search engine that cannot read this stays away from the whole site.
        app.MapMethods("/robots.txt", ["GET", "HEAD"], (HttpContext http, PublicAddress outside) =>
        {
            http.Response.GetTypedHeaders().CacheControl = new() { Public = true, MaxAge = Fresh };
            return Results.Text(Robots.Of(outside.Of(http.Request), http.RequestServices.GetServices<ClosedToRobots>()));
        }).AllowAnonymous().ExcludeFromDescription();
        Map(Sitemap, "application/xml; charset=utf-8", (http, outside, services, stop) =>
            services.GetRequiredService<SitemapPages>().WriteAsync(http.Response.Body, outside.Of(http.Request), null, stop));
        Map("/sitemap-{part:int:min(1)}.xml", "application/xml; charset=utf-8", (http, outside, services, stop) =>
            services.GetRequiredService<SitemapPages>()
                .WriteAsync(http.Response.Body, outside.Of(http.Request), PartOf(http), stop), exists: (http, pages) =>
                pages.HasAsync(PartOf(http), http.RequestAborted));
        Map(PriceListCsv, Csv.ContentType, (http, outside, services, stop) =>
            services.GetRequiredService<PriceList>()
                .WriteCsvAsync(http.Response.Body, outside.Of(http.Request), LanguageOf(http), stop));
        Map(PriceListXml, "application/xml; charset=utf-8", (http, outside, services, stop) =>
            services.GetRequiredService<PriceList>()
                .WriteXmlAsync(http.Response.Body, outside.Of(http.Request), LanguageOf(http), stop));
        Map(NewGoods, "application/atom+xml; charset=utf-8", (http, outside, services, stop) =>
            services.GetRequiredService<NewGoodsFeed>()
                .WriteAsync(http.Response.Body, outside.Of(http.Request), LanguageOf(http), stop));

        app.MapMarketCard();

        void Map(string route, string type, Func<HttpContext, PublicAddress, IServiceProvider, CancellationToken, Task> write,
            Func<HttpContext, SitemapPages, Task<bool>>? exists = null) =>
            app.MapMethods(route, ["GET", "HEAD"],
                async (HttpContext http, PublicAddress outside, StorefrontProducts goods, SitemapPages pages) =>
            {
                if (exists is not null && !await exists(http, pages))
                {
                    http.Response.StatusCode = StatusCodes.Status404NotFound;
                    return;
                }

                if (!IsNews(http, await goods.StampAsync(http.RequestAborted), outside.Of(http.Request))) return;
                http.Response.ContentType = type;
                if (HttpMethods.IsGet(http.Request.Method)) await write(http, outside, http.RequestServices, http.RequestAborted);
            }).AllowAnonymous().ExcludeFromDescription();
    }

    private static int PartOf(HttpContext http) =>
        int.Parse((string)http.Request.RouteValues["part"]!, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>By the address alone: whoever keeps a list for many must not mix up two languages.</summary>
    private static string LanguageOf(HttpContext http) => Language.InAddress(http.Request) ?? "id";

    /// <summary>Writes what a keeper of the list needs to ask again; answers 304 to who has it already.</summary>
    private static bool IsNews(HttpContext http, StorefrontStamp stamp, string address)
    {
        // Whole seconds, as HTTP tells time; the tag tells apart what changed within one.
        var changed = new DateTimeOffset(stamp.ChangedAt.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond,
            TimeSpan.Zero);
        var what = $"{Build} {stamp.Goods} {stamp.ChangedAt.UtcTicks} {address} {http.Request.Path} {LanguageOf(http)}";
        // Weak: compressed and plain are the same list.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)))[..24]}\"",
            isWeak: true);
        var (asked, answered) = (http.Request.GetTypedHeaders(), http.Response.GetTypedHeaders());
        (answered.ETag, answered.LastModified) = (tag, changed);
        answered.CacheControl = new() { Public = true, MaxAge = Fresh };
        var known = asked.IfNoneMatch.Count > 0
            ? asked.IfNoneMatch.Any(x => x.Compare(tag, useStrongComparison: false) || x.Equals(EntityTagHeaderValue.Any))
            : asked.IfModifiedSince >= changed;
        if (known) http.Response.StatusCode = StatusCodes.Status304NotModified;
        return !known;
    }
}
