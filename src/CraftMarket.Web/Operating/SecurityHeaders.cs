using CraftMarket.Web.Outside;

namespace CraftMarket.Web.Operating;

/// <summary>Tells browsers to run nothing but our own files, to show our pages in nobody's frame, and to keep no copy of what is
/// one person's.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var photos = app.Configuration["Media:PublicUrl"] is { } url && Uri.TryCreate(url, UriKind.Absolute, out var uri)
            ? $" {uri.GetLeftPart(UriPartial.Authority)}"
            : "";
        // A checkout form leads on to the payment page of Stripe (or of whatever stands in for it), so forms may end elsewhere.
        var forms = app.Environment.IsDevelopment() ? "'self' https: http:" : "'self' https:";
        var policy = $"default-src 'self'; img-src 'self' data: blob:{photos}; script-src 'self'; style-src 'self'; object-src "
            + $"'none'; "
            + $"base-uri 'self'; form-action {forms}; frame-ancestors 'none'";
        app.Use((http, next) =>
        {
            // As late as can be: the page of an error begins by throwing away what was set before it.
            http.Response.OnStarting(() =>
            {
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy = policy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = IsForOtherSites(http.Request.Path) ? "cross-origin" : "same-origin";
                if (headers.CacheControl.Count == 0 && IsPersonal(http)) headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
            return next(http);
        });
        if (app.Environment.IsDevelopment()) return;
        // One answer for this host alone: what else the domain serves is not ours to speak for.
        app.UseHsts();
        app.Use((http, next) =>
        {
            if (http.Response.Headers.StrictTransportSecurity is { Count: > 0 } kept)
                http.Response.OnStarting(() => Task.FromResult(http.Response.Headers.StrictTransportSecurity = kept));
            return next(http);
        });
    }

    /// <summary>Pictures of goods, which shopping sites and messengers show beside a link.</summary>
    private static bool IsForOtherSites(PathString path) => path.StartsWithSegments("/media") || path == MarketCard.Path;

    private static bool IsPersonal(HttpContext http) =>
        http.User.Identity?.IsAuthenticated == true || http.Request.Query.ContainsKey("key")
        || http.Request.Path.StartsWithSegments("/pesanan")
        || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method));
}
