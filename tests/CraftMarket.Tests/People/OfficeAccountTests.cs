using System.Net;
using CraftMarket.Kernel;
using CraftMarket.People.Accounts;
using CraftMarket.Tests.Walks;
using CraftMarket.Web.Operating;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.People;

public sealed class OfficeAccountTests(RunningMarket market)
{
    private const string Chosen = "kopi tubruk pagi";

    private readonly string _login = $"pegawai{Guid.NewGuid():N}@kantor.example";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private Task<Answer> Open(string role, string? area) =>
        AccountCommand.Carry(market.Services, new() { Login = _login, Role = role, AreaFlag = area });

    [Fact]
    public async Task the_holder_of_a_new_account_alone_chooses_its_password()
    {
        var link = Assert.IsType<ResetLink>(await Open("companion", "52.02"));
        using var visitor = new Caller(market.Address);
        (await visitor.Post("sign-in", new { login = _login, password = Chosen })).Expect(HttpStatusCode.Unauthorized);
        using var browser = new Reader(market);
        await browser.Open($"/sandi/{link.Token}");
        await browser.Send("submit", ("password", "password123"), ("again", "password"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector("#password-wrong"));
        Assert.NotNull(browser.Page.QuerySelector("#again-wrong"));
        await browser.Send("submit", ("password", Chosen), ("again", Chosen));
        var signedIn = (await visitor.Post("sign-in", new { login = _login, password = Chosen })).Expect(HttpStatusCode.OK);
        Assert.Equal("companion", (string?)signedIn.Body["roles"]![0]);
        Assert.Equal("login_taken", Assert.IsType<Refusal>(await Open("companion", "52.02")).Code);
    }

    [Fact]
    public async Task a_link_that_was_lost_before_it_was_used_is_made_anew()
    {
        var lost = Assert.IsType<ResetLink>(await Open("staff", null));
        var again = await AccountCommand.Carry(market.Services, new() { Login = "reset", Role = _login });
        var link = Assert.IsType<ResetLink>(again);
        var resets = market.Services.GetRequiredService<Resets>();
        Assert.IsType<Refusal>(await resets.UseAsync(lost.Token, Chosen, null, "198.18.99.3", Now));
        Assert.IsType<Done>(await resets.UseAsync(link.Token, Chosen, null, "198.18.99.3", Now));
    }

    [Theory]
    [InlineData("artisan", null, "unknown_role")]
    [InlineData("companion", null, "area")]
    [InlineData("staff", "52.02", "area")]
    public async Task what_is_wrong_is_said(string role, string? area, string code) =>
        Assert.Equal(code, Assert.IsType<Refusal>(await Open(role, area)).Code);
}
