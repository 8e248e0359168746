using CraftMarket.Web.Composition;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Specs.Outside;

public sealed class RobotsSpecs
{
    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task search_engines_are_answered_where_no_database_is(string method)
    {
        var app = MarketApplication.Create([], null, new Dictionary<string, string?>
        {
            ["environment"] = "Development",
            ["ConnectionStrings:Market"] = "Host=localhost;Port=1;Database=nowhere;Timeout=1",
        });
        var route = ((IEndpointRouteBuilder)app).DataSources.SelectMany(x => x.Endpoints).OfType<RouteEndpoint>()
            .Single(x => x.RoutePattern.RawText == "/robots.txt");
        await using var scope = app.Services.CreateAsyncScope();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            Request = { Method = method, Scheme = "http", Host = new("asked.test") }, Response = { Body = body }
        };
        await route.RequestDelegate!(http);
        Assert.Equal(200, http.Response.StatusCode);
        Assert.StartsWith("text/plain", http.Response.ContentType, StringComparison.Ordinal);
        Assert.Equal("public, max-age=300", http.Response.Headers.CacheControl);
        Assert.Contains("Sitemap: http://asked.test/sitemap.xml", System.Text.Encoding.UTF8.GetString(body.ToArray()),
            StringComparison.Ordinal);
    }
}
