using CraftMarket.Kernel;
using CraftMarket.People.Accounts;
using CraftMarket.Tests.Walks;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.People;

public sealed class OfficeAccountTests(RunningMarket market)
{
    private readonly string _login = $"pegawai{Guid.NewGuid():N}@kantor.example";

    private Task<Answer> Open(string role, string? area, string password) => ActivatorUtilities.CreateInstance<OfficeAccounts>(market.Services)
        .Open(_login, role, area, password, TestContext.Current.CancellationToken);

    [Fact]
    public async Task an_opened_account_signs_in_with_its_role()
    {
        Assert.IsType<Done>(await Open("companion", "52.02", "kopi tubruk pagi"));
        using var visitor = new Caller(market.Address);
        var signedIn = await visitor.Post("sign-in", new { login = _login, password = "kopi tubruk pagi" });
        Assert.Equal("companion", (string?)signedIn.Body["roles"]![0]);
        Assert.Equal("login_taken", Assert.IsType<Refusal>(await Open("companion", "52.02", "kopi tubruk pagi")).Code);
    }

    [Theory]
    [InlineData("artisan", null, "kopi tubruk pagi", "unknown_role")]
    [InlineData("companion", null, "kopi tubruk pagi", "area")]
    [InlineData("staff", "52.02", "kopi tubruk pagi", "area")]
    [InlineData("staff", null, "password123", "weak_password")]
    public async Task what_is_wrong_is_said(string role, string? area, string password, string code) =>
        Assert.Equal(code, Assert.IsType<Refusal>(await Open(role, area, password)).Code);
}
