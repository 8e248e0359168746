using System.Text.Json;
using CraftMarket.Tests.Catalogue;

namespace CraftMarket.Tests.Outside;

/// <summary>What search engines read of the market and of a maker.</summary>
public sealed class LinkedDataTests(RunningMarket market)
{
    [Fact]
    public async Task the_home_page_names_the_market_once_and_its_site_points_to_it()
    {
        var things = await ThingsOn("/");
        Assert.Equal(["Organization", "WebSite"], things.Select(x => x.GetProperty("@type").GetString()));
        Assert.All(things, x => Assert.Equal("https://schema.org", x.GetProperty("@context").GetString()));
        var (organization, site) = (things[0], things[1]);
        Assert.Equal((organization.GetProperty("@id").GetString(), $"{market.Address}"),
            (site.GetProperty("publisher").GetProperty("@id").GetString(), organization.GetProperty("url").GetString()));
        Assert.Equal($"{market.Address}?q={{search_term_string}}", site.GetProperty("potentialAction").GetProperty("target")
            .GetProperty("urlTemplate").GetString());
    }

    [Fact]
    public async Task a_makers_shop_is_an_organization_with_name_story_and_village()
    {
        using var workshop = await Workshop.Open(market);
        var name = "Anyam " + Guid.NewGuid().ToString("N")[..8];
        var address = $"{market.Address}perajin/{(await workshop.Brand(name, "#8a5a2b")).GetProperty("slug").GetString()}";
        var maker = Assert.Single(await ThingsOn(new Uri(address).AbsolutePath));
        Assert.Equal(("Organization", $"{address}#maker", name, address, "Tiga generasi penganyam."),
            (Text("@type"), Text("@id"), Text("name"), Text("url"), Text("description")));
        Assert.Equal(("Semoyang", "ID"),
            (maker.GetProperty("address").GetProperty("addressLocality").GetString(), maker.GetProperty("address")
            .GetProperty("addressCountry").GetString()));

        string? Text(string member) => maker.GetProperty(member).GetString();
    }

    private async Task<JsonElement[]> ThingsOn(string path)
    {
        using var reader = new Reader(market);
        var page = await reader.Open(path);
        return [.. page.QuerySelectorAll("script[type='application/ld+json']")
            .Select(x => JsonDocument.Parse(x.TextContent).RootElement)];
    }
}
