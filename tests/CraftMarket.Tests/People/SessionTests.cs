using System.Net;
using CraftMarket.People.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace CraftMarket.Tests.People;

/// <summary>A session lives on the server: what ends it there ends it everywhere, at once.</summary>
public sealed class SessionTests(RunningMarket market)
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_token_opens_nothing_after_its_program_signed_out()
    {
        var holder = await Holder.Of(market, "staff");
        using var program = await holder.Program();
        using var other = await holder.Program();
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/batches", Now)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await program.DeleteAsync("/api/v1/session", Now)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/batches", Now)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.DeleteAsync("/api/v1/session", Now)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/v1/batches", Now)).StatusCode);
    }

    [Fact]
    public async Task a_copied_cookie_is_dead_after_signing_out_on_the_page()
    {
        var holder = await Holder.Of(market, "staff");
        using var browser = await holder.Browser();
        using var thief = browser.Copy();
        await thief.Open("/kantor");
        Assert.Equal("/kantor", thief.Path);
        await browser.Open("/kantor");
        await browser.Send("sign-out");
        await thief.Open("/kantor");
        Assert.StartsWith("/masuk?", thief.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_office_is_signed_out_after_eight_hours_whatever_it_does()
    {
        var (sessions, clock) = Later();
        var session = await Open(sessions, await Holder.Of(market, "curator"));
        for (var half = 1; half < 16; half++)
        {
            clock.Advance(TimeSpan.FromMinutes(30));
            Assert.NotNull(await sessions.LookAsync(session, Now));
        }

        clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Null(await sessions.LookAsync(session, Now));
    }

    [Theory]
    [InlineData("staff", true)]
    [InlineData("companion", true)]
    [InlineData("artisan", false)]
    public async Task a_desk_left_alone_for_an_hour_is_signed_out_and_an_artisans_telephone_is_not(string role, bool ends)
    {
        var (sessions, clock) = Later();
        var holder = await Holder.Of(market, role);
        var session = await Open(sessions, holder);
        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.NotNull(await sessions.LookAsync(session, Now));
        clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal(ends, !(await sessions.OfAsync(holder.Id, Now)).Any(x => x.Id == session));
        Assert.Equal(ends, await sessions.LookAsync(session, Now) is null);
    }

    [Fact]
    public async Task an_artisan_stays_signed_in_while_she_comes_every_two_weeks_and_ninety_days_at_most()
    {
        var (sessions, clock) = Later();
        var artisan = await Holder.Of(market, "artisan", phone: true);
        var (used, unused) = (await Open(sessions, artisan), await Open(sessions, artisan));
        for (var day = 10; day < 90; day += 10)
        {
            clock.Advance(TimeSpan.FromDays(10));
            Assert.NotNull(await sessions.LookAsync(used, Now));
            if (day == 20) Assert.Null(await sessions.LookAsync(unused, Now));
        }

        clock.Advance(TimeSpan.FromDays(10));
        Assert.Null(await sessions.LookAsync(used, Now));
    }

    [Fact]
    public async Task a_session_opened_with_what_was_true_before_the_account_was_closed_opens_nothing()
    {
        var holder = await Holder.Of(market, "staff");
        var before = await market.Services.GetRequiredService<AccountBook>().Of(holder.Id, Now);
        Assert.IsType<CraftMarket.Kernel.Done>(await market.Services.GetRequiredService<Closing>()
            .CloseAsync(before, "pindah", null, Now));
        var sessions = market.Services.GetRequiredService<Sessions>();
        var late = await sessions.OpenAsync(before!, "", sessions.EndOf(before!), secondFactor: false, Now);
        Assert.Null(await sessions.LookAsync(late, Now));
    }

    [Theory]
    [InlineData("closed_at = now()")]
    [InlineData("security_stamp = 'another'")]
    [InlineData("roles = 'curator'")]
    public async Task what_is_changed_in_the_account_ends_its_sessions_at_once(string change)
    {
        var holder = await Holder.Of(market, "staff");
        using var program = await holder.Program();
        using var browser = await holder.Browser();
        await browser.Open("/kantor");
        Assert.Equal("/kantor", browser.Path);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/batches", Now)).StatusCode);
        await holder.Change(change);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/batches", Now)).StatusCode);
        await browser.Open("/kantor");
        Assert.StartsWith("/masuk?", browser.Path, StringComparison.Ordinal);
    }

    private (Sessions, FakeTimeProvider) Later()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var rules = market.Services.GetRequiredService<SessionRules>();
        return (new(market.Services.GetRequiredService<NpgsqlDataSource>(), rules, clock), clock);
    }

    private async Task<Guid> Open(Sessions sessions, Holder holder)
    {
        var account = await market.Services.GetRequiredService<AccountBook>().Of(holder.Id, Now);
        return await sessions.OpenAsync(account!, "", sessions.EndOf(account!), secondFactor: false, Now);
    }
}
