using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.People;

/// <summary>A route or page of the running application.</summary>
/// <param name="Method">GET, POST …, PAGE for a page, ANY where every method is taken.</param>
/// <param name="Pattern">With a leading slash.</param>
internal sealed partial record Door(string Method, string Pattern)
{
    public string Name => $"{Method} {Pattern}";

    public bool IsApi => Pattern.StartsWith("/api/", StringComparison.Ordinal);

    public static IEnumerable<Door> Of(RunningMarket market) => market.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>().SelectMany(Of).Distinct().OrderBy(x => x.Name, StringComparer.Ordinal);

    /// <summary>A request to it with nothing useful in it.</summary>
    public HttpRequestMessage Knock()
    {
        var path = Parameter().Replace(Optional().Replace(Pattern, ""), x =>
            x.Value.Contains(":int", StringComparison.Ordinal) ? "1" : Guid.NewGuid().ToString());
        var request = new HttpRequestMessage(Method is "PAGE" or "ANY" ? HttpMethod.Get : new(Method), path);
        if (Method is "POST" or "PUT" or "PATCH") request.Content = new StringContent("{}", null, "application/json");
        return request;
    }

    private static IEnumerable<Door> Of(RouteEndpoint endpoint)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/');
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null) return [new("PAGE", pattern)];
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
        return methods.Count == 0 ? [new("ANY", pattern)] : methods.Select(method => new Door(method, pattern));
    }

    [GeneratedRegex(@"/\{[^}]+\?\}")]
    private static partial Regex Optional();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}

/// <summary>People who knock.</summary>
internal static class Visitors
{
    public static (string, string)[] Claims(string role) => role switch
    {
        "artisan" => [("artisan", Guid.NewGuid().ToString()), ("person", Guid.NewGuid().ToString())],
        "companion" => [("area", "52")],
        _ => [],
    };

    /// <summary>A browser in which somebody of that role has signed in.</summary>
    public static HttpClient OnPages(this RunningMarket market, string role, params (string Type, string Value)[] claims)
    {
        var browser = market.Visitor();
        browser.DefaultRequestHeaders.Add("Cookie", $"craftmarket={market.Cookie(role, claims)}");
        return browser;
    }
}
