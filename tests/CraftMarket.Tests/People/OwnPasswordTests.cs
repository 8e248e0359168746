using System.Net;
using System.Net.Http.Json;
using CraftMarket.People.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.People;

public sealed class OwnPasswordTests(RunningMarket market)
{
    private const string Chosen = "sirih pinang kapur";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_changed_password_ends_the_other_sessions_and_not_this_one()
    {
        var holder = await Holder.Of(market, "artisan", phone: true);
        using var here = await holder.Program();
        using var there = await holder.Program();
        using var browser = await holder.Browser();
        Assert.Equal(HttpStatusCode.OK, (await Change(here, Holder.Password, Chosen)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/api/v1/artisans/me/products", Now)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await there.GetAsync("/api/v1/artisans/me/products", Now)).StatusCode);
        await browser.Open("/akun");
        Assert.StartsWith("/masuk?", browser.Path, StringComparison.Ordinal);
        await Holder.Refused(await holder.TrySignIn(), 401, "bad_credentials");
        Assert.Equal(HttpStatusCode.OK, (await holder.TrySignIn(Chosen)).StatusCode);
    }

    [Theory]
    [InlineData("salah semua", Chosen, "wrong_password")]
    [InlineData(null, Chosen, "wrong_password")]
    [InlineData(Holder.Password, "password123", "weak_password")]
    [InlineData(Holder.Password, null, "weak_password")]
    public async Task what_is_wrong_is_said_and_nothing_changes(string? current, string? chosen, string code)
    {
        var holder = await Holder.Of(market, "staff");
        using var program = await holder.Program();
        await Holder.Refused(await Change(program, current, chosen), 422, code);
        Assert.Equal(HttpStatusCode.OK, (await holder.TrySignIn()).StatusCode);
    }

    [Fact]
    public async Task guessing_the_present_password_locks_that_and_leaves_the_door_to_its_owner()
    {
        var holder = await Holder.Of(market, "staff");
        using var program = await holder.Program();
        for (var attempt = 1; attempt <= 5; attempt++)
            await Holder.Refused(await Change(program, "salah semua", Chosen), 422, "wrong_password");
        await Holder.Refused(await Change(program, Holder.Password, Chosen), 429, "locked");
        Assert.Equal(HttpStatusCode.OK, (await holder.TrySignIn()).StatusCode);
    }

    [Fact]
    public async Task of_four_changes_at_once_one_counts()
    {
        var holder = await Holder.Of(market, "staff");
        var programs = new List<HttpClient>();
        for (var i = 0; i < 4; i++) programs.Add(await holder.Program());
        var replies = await Task.WhenAll(programs.Select((x, i) => Change(x, Holder.Password, $"{Chosen} {i}")));
        var winner = Assert.Single(Enumerable.Range(0, 4), i => replies[i].StatusCode == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, (await holder.TrySignIn($"{Chosen} {winner}")).StatusCode);
        programs.ForEach(x => x.Dispose());
    }

    [Fact]
    public async Task on_the_page_the_holder_changes_it_sees_own_sessions_and_ends_them()
    {
        var holder = await Holder.Of(market, "companion");
        using var browser = await holder.Browser();
        using var other = await holder.Browser();
        using var program = await holder.Program();
        await browser.Open("/akun");
        Assert.Equal(3, browser.Page.QuerySelectorAll("[data-test=session]").Length);
        Assert.Contains("Program (API)", browser.Text, StringComparison.Ordinal);
        await browser.Send("end-session", ("password", "salah semua"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Equal(3, browser.Page.QuerySelectorAll("[data-test=session]").Length);
        await browser.Send("end-session", ("password", Holder.Password));
        Assert.Equal(2, browser.Page.QuerySelectorAll("[data-test=session]").Length);
        await browser.Send("end-others");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.Send("end-others", ("password", Holder.Password));
        Assert.Single(browser.Page.QuerySelectorAll("[data-test=session]"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/worklist", Now)).StatusCode);
        await other.Open("/pendamping");
        Assert.StartsWith("/masuk?", other.Path, StringComparison.Ordinal);
        await browser.Send("change-password", ("current", "salah semua"), ("new", "password123"), ("again", "password"));
        Assert.Equal("Kata sandi Anda sekarang salah.", browser.Page.QuerySelector("#current-wrong")!.TextContent);
        Assert.NotNull(browser.Page.QuerySelector("#new-wrong"));
        Assert.Equal("Kedua kata sandi tidak sama. Ketik sekali lagi.", browser.Page.QuerySelector("#again-wrong")!.TextContent);
        await browser.Send("change-password", ("current", Holder.Password), ("new", Chosen), ("again", Chosen));
        Assert.Equal("/akun", browser.Path);
        Assert.Contains("sudah diganti", browser.Find("notice").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task nobody_ends_anothers_session()
    {
        var holder = await Holder.Of(market, "staff");
        using var program = await holder.Program();
        var theirs = Assert.Single(await market.Services.GetRequiredService<Sessions>().OfAsync(holder.Id, Now));
        // The form of somebody else with two sessions, sent with this session's id.
        var thief = await Holder.Of(market, "staff");
        using var browser = await thief.Browser();
        using var second = await thief.Browser();
        await browser.Open("/akun");
        browser.Find("end-session").SetAttribute("value", theirs.Id.ToString());
        await browser.Send("end-session", ("password", Holder.Password));
        Assert.Equal("/akun", browser.Path);
        Assert.Equal(2, browser.Page.QuerySelectorAll("[data-test=session]").Length);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/batches", Now)).StatusCode);
    }

    private static Task<HttpResponseMessage> Change(HttpClient program, string? current, string? chosen) =>
        program.PostAsJsonAsync("/api/v1/account/password",
            new Dictionary<string, string?> { ["current"] = current, ["new"] = chosen }, Now);
}
