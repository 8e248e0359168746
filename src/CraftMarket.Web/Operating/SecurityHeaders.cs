namespace CraftMarket.Web.Operating;

/// <summary>Tells browsers to run nothing but our own files and to show our pages in nobody's frame.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var photos = app.Configuration["Media:PublicUrl"] is { } url && Uri.TryCreate(url, UriKind.Absolute, out var uri)
            ? $" {uri.GetLeftPart(UriPartial.Authority)}"
            : "";
        // A checkout form leads on to the payment page of Stripe (or of whatever stands in for it), so forms may end elsewhere.
        var forms = app.Environment.IsDevelopment() ? "'self' https: http:" : "'self' https:";
        var policy = $"default-src 'self'; img-src 'self' data: blob:{photos}; script-src 'self'; style-src 'self'; object-src 'none'; "
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
                headers["Permissions-Policy"] = "geolocation=(), microphone=(), payment=()";
                return Task.CompletedTask;
            });
            return next(http);
        });
        if (app.Environment.IsDevelopment()) return;
        app.UseHsts();
        app.Use((http, next) =>
        {
            if (http.Response.Headers.StrictTransportSecurity is { Count: > 0 } kept) http.Response.OnStarting(() => Task.FromResult(http.Response.Headers.StrictTransportSecurity = kept));
            return next(http);
        });
    }
}
