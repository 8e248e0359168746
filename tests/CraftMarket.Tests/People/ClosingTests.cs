using System.Net;
using System.Net.Http.Json;
using CraftMarket.Demo;
using CraftMarket.Kernel;
using CraftMarket.People.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.People;

public sealed class ClosingTests(RunningMarket market)
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_closed_account_is_out_at_once_and_its_login_is_free()
    {
        var holder = await Holder.Of(market, "staff");
        using var program = await holder.Program();
        using var browser = await holder.Browser();
        using var chief = market.As("operator");
        Assert.Equal(HttpStatusCode.NoContent, (await Close(chief, holder.Login, "Pindah tugas ke Mataram")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/batches", Now)).StatusCode);
        await browser.Open("/kantor");
        Assert.StartsWith("/masuk?", browser.Path, StringComparison.Ordinal);
        await Holder.Refused(await holder.TrySignIn(), 401, "bad_credentials");
        await Holder.Refused(await Close(chief, holder.Login, "sekali lagi"), 404, "not_found");
        Assert.IsType<ResetLink>(await market.Services.GetRequiredService<OfficeAccounts>()
            .Open(holder.Login, "curator", null, Now));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    public async Task an_account_is_not_closed_without_a_reason(string? reason)
    {
        var holder = await Holder.Of(market, "staff");
        using var chief = market.As("operator");
        await Holder.Refused(await Close(chief, holder.Login, reason), 422, "reason_missing");
        Assert.Equal(HttpStatusCode.OK, (await holder.TrySignIn()).StatusCode);
    }

    [Fact]
    public async Task nobody_closes_the_account_that_they_close_with()
    {
        var holder = await Holder.Of(market, "operator");
        using var chief = await holder.Program();
        await Holder.Refused(await Close(chief, holder.Login, "salah tekan"), 409, "own_account");
    }

    [Fact]
    public async Task the_shop_starts_again_after_an_account_of_the_demo_was_closed_which_stays_so()
    {
        await using var demo = new RunningMarket(new Dictionary<string, string?>());
        await demo.InitializeAsync();
        using var chief = demo.As("operator");
        Assert.Equal(HttpStatusCode.NoContent, (await Close(chief, "office@craftmarket.test", "Pindah tugas")).StatusCode);

        foreach (var data in demo.Services.GetServices<IReferenceData>()) await data.EnsureAsync(Now);

        await Holder.Refused(await Close(chief, "office@craftmarket.test", "sekali lagi"), 404, "not_found");
        using var visitor = demo.Visitor();
        var again = new { login = "office@craftmarket.test", password = DemoAccounts.DefaultPassword };
        await Holder.Refused(await visitor.PostAsJsonAsync("/api/v1/sign-in", again, Now), 401, "bad_credentials");
    }

    private static Task<HttpResponseMessage> Close(HttpClient chief, string login, string? reason) =>
        chief.SendAsync(new(HttpMethod.Delete, $"/api/v1/accounts/{Uri.EscapeDataString(login)}")
        {
            Content = JsonContent.Create(new { reason }),
        }, Now);
}
