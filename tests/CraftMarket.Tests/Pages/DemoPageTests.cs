using CraftMarket.Demo.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;

namespace CraftMarket.Tests;

/// <summary>The page that tells a newcomer who signs in where.</summary>
public sealed class DemoPageTests
{
    [Theory]
    [InlineData("full", true)]
    [InlineData("empty", false)]
    public void the_artisan_of_the_demo_is_named_where_there_is_one(string data, bool named)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Demo:Data", data)]).Build();
        var page = new SignInsModel(configuration)
        {
            PageContext = new PageContext { HttpContext = new DefaultHttpContext() },
        };
        Assert.Equal(named, page.Accounts.Any(x => x.Login == "089900000001" && x.Url == "/perajin"));
        Assert.Contains(page.Accounts, x => x.Login == "office@craftmarket.test");
    }
}
