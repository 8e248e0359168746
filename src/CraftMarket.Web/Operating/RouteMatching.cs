using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CraftMarket.Web.Operating;

/// <summary>Finds the route of a request, and says what is wrong where there is none: 404 for the address, 405 for the method,
/// 415 for the content type.</summary>
internal static class RouteMatching
{
    /// <remarks>Answers before access is looked at: the closed fallback policy is for routes, and would ask strangers to sign in
    /// at an address that
    /// is not there.</remarks>
    public static void UseMatching(this WebApplication app)
    {
        app.UseRouting();
        app.Use((http, next) =>
        {
            // Routes say GET and mean HEAD too; the server leaves the body away.
            if (!HttpMethods.IsHead(http.Request.Method) || http.GetEndpoint() is null or RouteEndpoint) return next(http);
            http.Request.Method = HttpMethods.Get;
            http.SetEndpoint(null);
            return next(http);
        });
        app.UseRouting();
        app.Use((http, next) => http.GetEndpoint() switch
        {
            RouteEndpoint route when Takes(route, http.Request.Method) is { } allowed => WrongMethod(http, allowed),
            // A name of nothing but blanks is none.
            RouteEndpoint when http.Request.RouteValues.Values.Any(x => x is string text && string.IsNullOrWhiteSpace(text)) =>
                NotFound(http),
            RouteEndpoint => next(http),
            { RequestDelegate: { } refuse } => Refuse(http, refuse),
            _ => NotFound(http),
        });
    }

    /// <summary>The page of an error is read, whatever was sent to the page that failed; a form that could not be read would fail
    /// it too.</summary>
    public static void ReadErrorPages(this IApplicationBuilder people) => people.Use((http, next) =>
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || http.Features.Get<IExceptionHandlerFeature>() is not null)
            (http.Request.Method, http.Request.ContentType) = (HttpMethods.Get, null);
        return next(http);
    });

    /// <summary>The methods that a page takes, when this is none of them; else null. A page without a handler of that method
    /// would be shown without its data.</summary>
    private static string[]? Takes(RouteEndpoint route, string method)
    {
        if (route.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not { } page) return null;
        string[] takes = [HttpMethods.Get, HttpMethods.Head, .. page.HandlerMethods.Select(x => x.HttpMethod.ToUpperInvariant())
            .Where(x => x != HttpMethods.Get).Distinct()];
        return takes.Contains(method, StringComparer.OrdinalIgnoreCase) ? null : takes;
    }

    private static Task WrongMethod(HttpContext http, string[] allowed)
    {
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        http.Response.Headers.Allow = string.Join(", ", allowed);
        return Task.CompletedTask;
    }

    private static async Task Refuse(HttpContext http, RequestDelegate refuse)
    {
        await refuse(http);
        var methods = http.Response.Headers.Allow.ToString().Split(", ", StringSplitOptions.RemoveEmptyEntries);
        if (methods.Contains(HttpMethods.Get) && !methods.Contains(HttpMethods.Head))
            http.Response.Headers.Allow = string.Join(", ", [.. methods, HttpMethods.Head]);
    }

    private static Task NotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
