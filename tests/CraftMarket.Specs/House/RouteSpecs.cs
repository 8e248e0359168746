using CraftMarket.Demo;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace CraftMarket.Specs.House;

/// <summary>Nothing is open by accident.</summary>
public sealed class RouteSpecs
{
    [Fact]
    public void every_route_and_page_says_who_may_use_it()
    {
        var app = DemoApplication.Create([], null, new Dictionary<string, string?>
        {
            ["environment"] = "Development",
            ["ConnectionStrings:Market"] = "Host=localhost;Database=nowhere",
        });
        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(x => x.Endpoints).OfType<RouteEndpoint>().ToList();
        var silent = routes.Where(x => x.Metadata.GetMetadata<IAllowAnonymous>() is null
            && x.Metadata.GetOrderedMetadata<IAuthorizeData>().All(policy => policy.Policy is null)).Select(x => x.DisplayName);
        Assert.True(routes.Count > 20);
        Assert.Empty(silent);
    }
}
