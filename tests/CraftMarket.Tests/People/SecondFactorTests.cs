using System.Net;
using System.Net.Http.Json;
using CraftMarket.People.Accounts;
using CraftMarket.Tests.Walks;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OtpNet;

namespace CraftMarket.Tests.People;

/// <summary>Beside the password a code of the telephone, and codes on paper for when it is lost.</summary>
public sealed class SecondFactorTests(RunningMarket market)
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task who_set_it_up_signs_in_with_a_code_that_works_once()
    {
        var holder = await Holder.Of(market, "staff");
        var (app, _) = await SetUp(holder);
        await Holder.Refused(await holder.TrySignIn(), 401, "code_needed");
        await Holder.Refused(await holder.TrySignIn(code: "abcde-fghjk"), 401, "wrong_code");
        var next = app.Next();
        Assert.Equal(HttpStatusCode.OK, (await holder.TrySignIn(code: next)).StatusCode);
        await Holder.Refused(await holder.TrySignIn(code: next), 401, "wrong_code");
    }

    [Fact]
    public async Task a_code_seen_over_the_shoulder_opens_one_of_ten_doors_at_once()
    {
        var holder = await Holder.Of(market, "staff");
        var (app, _) = await SetUp(holder);
        var factors = market.Services.GetRequiredService<SecondFactors>();
        var next = app.Next();
        var right = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => factors.CheckAsync(holder.Id, next, Now)));
        Assert.Single(right, x => x);
    }

    [Fact]
    public async Task the_code_of_the_set_up_opens_nothing_afterwards()
    {
        var holder = await Holder.Of(market, "staff");
        var (app, _) = await SetUp(holder);
        await Holder.Refused(await holder.TrySignIn(code: app.Used), 401, "wrong_code");
    }

    [Fact]
    public async Task wrong_codes_lock_the_login_and_the_right_password_alone_buys_no_more_of_them()
    {
        var holder = await Holder.Of(market, "staff");
        var (app, _) = await SetUp(holder);
        for (var attempt = 1; attempt <= 4; attempt++)
            await Holder.Refused(await holder.TrySignIn(code: "zzzzz-zzzzz"), 401, "wrong_code");
        await Holder.Refused(await holder.TrySignIn(), 401, "code_needed");
        await Holder.Refused(await holder.TrySignIn(code: app.Next()), 429, "locked");
    }

    [Fact]
    public async Task on_the_page_the_code_is_asked_for_after_the_password()
    {
        var holder = await Holder.Of(market, "staff");
        var (app, codes) = await SetUp(holder);
        using var browser = await holder.Browser();
        Assert.NotNull(browser.Find("code-form"));
        await browser.Open("/kantor");
        Assert.StartsWith("/masuk?", browser.Path, StringComparison.Ordinal);
        await browser.Send("submit", ("login", holder.Login), ("password", Holder.Password));
        await browser.Send("submit", ("code", "zzzzz-zzzzz"));
        Assert.Contains("Kode ini salah", browser.Text, StringComparison.Ordinal);
        await browser.Send("submit", ("code", app.Next()));
        Assert.Equal("/kantor", browser.Path);
        using var other = await holder.Browser();
        await other.Send("submit", ("code", codes[0]));
        Assert.Equal("/kantor", other.Path);
    }

    [Fact]
    public async Task each_code_on_paper_opens_once_and_new_ones_make_the_old_worthless()
    {
        var holder = await Holder.Of(market, "staff");
        var (_, codes) = await SetUp(holder);
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, (await holder.TrySignIn(code: codes[0].ToUpperInvariant())).StatusCode);
        await Holder.Refused(await holder.TrySignIn(code: codes[0]), 401, "wrong_code");
        using var browser = await holder.Browser();
        await browser.Send("submit", ("code", codes[1]));
        await browser.Open("/akun/pengaman");
        Assert.Contains("Sisa kode cadangan: 8", browser.Text, StringComparison.Ordinal);
        await browser.Send("renew-codes", ("password", "salah semua"), ("code", codes[3]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.Send("renew-codes", ("password", Holder.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.Send("renew-codes", ("password", Holder.Password), ("code", codes[3]));
        var renewed = Codes(browser);
        await Holder.Refused(await holder.TrySignIn(code: codes[2]), 401, "wrong_code");
        Assert.Equal(HttpStatusCode.OK, (await holder.TrySignIn(code: renewed[0])).StatusCode);
    }

    [Fact]
    public async Task neither_the_secret_nor_a_code_lies_open_in_the_database()
    {
        var holder = await Holder.Of(market, "staff");
        var (app, codes) = await SetUp(holder);
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        foreach (var table in new[] { "second_factors", "recovery_codes" })
            foreach (var secret in new[] { app.Secret, codes[0], codes[0].Replace("-", "", StringComparison.Ordinal) })
            {
                await using var look =
                    source.CreateCommand($"select count(*) from people.{table} t where t::text like '%' || $1 || '%'");
                look.Parameters.Add(new() { Value = secret });
                Assert.Equal(0L, await look.ExecuteScalarAsync(Now));
            }
    }

    [Fact]
    public async Task turning_it_off_takes_password_and_code_and_a_lost_telephone_takes_an_operator()
    {
        var holder = await Holder.Of(market, "staff");
        var (_, codes) = await SetUp(holder);
        using var browser = await holder.Browser();
        await browser.Send("submit", ("code", codes[0]));
        await browser.Open("/akun/pengaman");
        await browser.Send("turn-off", ("offPassword", Holder.Password), ("offCode", "zzzzz-zzzzz"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.Send("turn-off", ("offPassword", "salah semua"), ("offCode", codes[1]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.Send("turn-off", ("offPassword", Holder.Password), ("offCode", codes[1]));
        Assert.Equal(HttpStatusCode.OK, (await holder.TrySignIn()).StatusCode);

        await SetUp(holder);
        using var chief = new Reader(market, "operator");
        await chief.Open("/operator/akun");
        await chief.Send("make-link", ("login", holder.Login));
        using var helped = new Reader(market);
        await helped.Open(new Uri(chief.Find("link").TextContent).PathAndQuery);
        await helped.Send("submit", ("password", Holder.Password), ("again", Holder.Password));
        await Holder.Refused(await holder.TrySignIn(), 401, "code_needed");
        await chief.Send("make-link", ("login", holder.Login), ("dropFactor", "true"));
        await helped.Open(new Uri(chief.Find("link").TextContent).PathAndQuery);
        await helped.Send("submit", ("password", Holder.Password), ("again", Holder.Password));
        Assert.Equal(HttpStatusCode.OK, (await holder.TrySignIn()).StatusCode);
    }

    [Fact]
    public async Task the_password_is_changed_with_a_code_too_where_one_is_set_up()
    {
        const string chosen = "sirih pinang kapur";
        var holder = await Holder.Of(market, "staff");
        var (_, codes) = await SetUp(holder);
        using var program = await holder.Program(code: codes[0]);
        async Task<HttpResponseMessage> Change(string? code) => await program.PostAsJsonAsync("/api/v1/account/password",
            new Dictionary<string, string?> { ["current"] = Holder.Password, ["new"] = chosen, ["code"] = code }, Now);
        await Holder.Refused(await Change(null), 422, "code_needed");
        await Holder.Refused(await Change("zzzzz-zzzzz"), 422, "wrong_code");
        Assert.Equal(HttpStatusCode.OK, (await Change(codes[1])).StatusCode);
        using var browser = await holder.Browser(chosen);
        await browser.Send("submit", ("code", codes[2]));
        await browser.Open("/akun");
        await browser.Send("change-password", ("current", chosen), ("new", Holder.Password), ("again", Holder.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.Send("change-password", ("current", chosen), ("new", Holder.Password), ("again", Holder.Password),
            ("code", codes[3]));
        Assert.Contains("sudah diganti", browser.Find("notice").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task where_it_is_asked_of_the_office_nothing_else_opens_before_it_is_set_up()
    {
        await using var strict = await MarketProcess.Start(
            new Dictionary<string, string> { ["Accounts__SecondFactor"] = "true" });
        using var visitor = new Caller(strict.Address);
        using var office = await visitor.SignIn("office@craftmarket.test");
        Assert.Equal("second_factor_missing", (await office.Get("batches")).Expect(HttpStatusCode.Forbidden).Text("code"));
        using var browser = new Reader(strict.Address);
        await browser.Open("/masuk");
        await browser.Send("submit", ("login", "office@craftmarket.test"), ("password", Caller.DemoPassword));
        Assert.Equal("/akun/pengaman", browser.Path);
        await browser.Open("/kantor/peserta");
        Assert.Equal("/akun/pengaman", browser.Path);
        await TurnOn(browser, Caller.DemoPassword);
        await browser.Open("/kantor/peserta");
        Assert.Equal("/kantor/peserta", browser.Path);
        Assert.Equal(HttpStatusCode.Unauthorized, (await office.Get("batches")).Status);
    }

    private async Task<(App App, IReadOnlyList<string> Codes)> SetUp(Holder holder)
    {
        using var browser = await holder.Browser();
        await browser.Open("/akun/pengaman");
        var app = await TurnOn(browser, Holder.Password);
        return (app, Codes(browser));
    }

    private static async Task<App> TurnOn(Reader browser, string password)
    {
        var app = new App(browser.Find("secret").TextContent.Replace(" ", "", StringComparison.Ordinal));
        await browser.Send("turn-on", ("code", "000"), ("password", password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Equal(app.Secret, browser.Find("secret").TextContent.Replace(" ", "", StringComparison.Ordinal));
        await browser.Send("turn-on", ("code", app.Used), ("password", password));
        Assert.Equal(10, Codes(browser).Count);
        return app;
    }

    private static IReadOnlyList<string> Codes(Reader browser) =>
        [.. browser.Find("recovery-codes").QuerySelectorAll("code").Select(x => x.TextContent)];

    /// <summary>An authenticator app whose clock is a little slow, and then a little fast: both are within what is
    /// allowed.</summary>
    private sealed class App(string secret)
    {
        private readonly DateTime _set = DateTime.UtcNow;

        public string Secret => secret;

        public string Used => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(_set);

        public string Next() => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(DateTime.UtcNow.AddSeconds(30));
    }
}
