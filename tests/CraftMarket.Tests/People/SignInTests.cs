using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.People.Accounts;
using CraftMarket.Tests.Limits;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CraftMarket.Tests.People;

public sealed class SignInTests(RunningMarket market)
{
    /// <summary>Each test comes from a place of its own, for what is wrong is counted by place.</summary>
    private readonly string _here = LimitedMarket.Elsewhere();

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("office@craftmarket.test", "staff")]
    [InlineData("Companion@CraftMarket.test", "companion")]
    [InlineData("curator@craftmarket.test", "curator")]
    [InlineData("operator@craftmarket.test", "operator")]
    public async Task the_demo_accounts_can_sign_in(string login, string role)
    {
        var reply = await SignIn(login, "Semoyang-2026");
        var body = await reply.Content.ReadFromJsonAsync<JsonElement>(Now);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal([role], body.GetProperty("roles").EnumerateArray().Select(x => x.GetString()));
        Assert.True(body.GetProperty("expiresIn").GetInt32() > 0);
        Assert.NotEmpty(body.GetProperty("accessToken").GetString()!);
    }

    [Theory]
    [InlineData("0812-5550-1101", "+6281255501101")]
    [InlineData("6281255501102", "+6281255501102")]
    [InlineData("+62 812 5550 1103", "+6281255501103")]
    [InlineData(" 081255501104 ", "+6281255501104")]
    public async Task every_form_of_a_phone_number_reaches_its_account(string typed, string number)
    {
        await Open(number, "kerajinan-tembakau");
        Assert.Equal(HttpStatusCode.OK, (await SignIn(typed, "kerajinan-tembakau")).StatusCode);
    }

    [Theory]
    [InlineData("+6281255501201", true)]
    [InlineData("nobody.at.all@example.test", false)]
    public async Task five_wrong_passwords_lock_a_login_whether_it_exists_or_not(string login, bool exists)
    {
        if (exists) await Open(login, "kerajinan-tembakau");
        for (var attempt = 1; attempt <= 5; attempt++) await Refused(await SignIn(login, "salah-semua"), 401, "bad_credentials");
        await Refused(await SignIn(login, "kerajinan-tembakau"), 429, "locked");
    }

    [Fact]
    public async Task a_request_to_sign_in_sent_twice_proves_itself_twice()
    {
        var holder = await Holder.Of(market, "staff");
        using var visitor = market.Visitor();
        visitor.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var proof = new { login = holder.Login, password = Holder.Password };
        var tokens = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            var reply = await visitor.PostAsJsonAsync("/api/v1/sign-in", proof, Now);
            tokens.Add((await reply.Content.ReadFromJsonAsync<JsonElement>(Now)).GetProperty("accessToken").GetString()!);
        }

        Assert.NotEqual(tokens[0], tokens[1]);
        await holder.Change("closed_at = now()");
        var late = await visitor.PostAsJsonAsync("/api/v1/sign-in", proof, Now);
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
    }

    [Fact]
    public async Task a_hundred_wrong_passwords_at_once_are_counted_one_by_one()
    {
        await Open("+6281255501202", "kerajinan-tembakau");
        var replies = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => SignIn("081255501202", "salah-semua")));
        Assert.Equal(5, replies.Count(x => x.StatusCode == HttpStatusCode.Unauthorized));
        Assert.Equal(25, replies.Count(x => x.StatusCode == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task nothing_is_held_while_a_password_is_judged()
    {
        var attempts = market.Services.GetRequiredService<SignInAttempts>();
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        var outcome = await attempts.AttemptAsync(new("+6281255501210", "198.51.100.7", "salah-semua"), async () =>
        {
            await using var look =
                source.CreateCommand("select failures from people.sign_in_counts where subject = $1 for update nowait");
            look.Parameters.Add(new()
            {
                Value = market.Services.GetRequiredService<MasterKey>()
                .KeyedHash("login", "+6281255501210")
            });
            Assert.Equal(1, await look.ExecuteScalarAsync(Now));
            return false;
        }, Now);
        Assert.Equal(AttemptOutcome.Wrong, outcome);
    }

    [Fact]
    public async Task many_right_passwords_at_once_all_open()
    {
        await Open("+6281255501211", "kerajinan-tembakau");
        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => SignIn("081255501211", "kerajinan-tembakau")));
        Assert.All(replies, x => Assert.Equal(HttpStatusCode.OK, x.StatusCode));
    }

    [Fact]
    public async Task the_right_password_ends_the_count()
    {
        await Open("+6281255501203", "kerajinan-tembakau");
        for (var round = 0; round < 2; round++)
        {
            for (var attempt = 1; attempt <= 4; attempt++) await SignIn("081255501203", "salah-semua");
            Assert.Equal(HttpStatusCode.OK, (await SignIn("081255501203", "kerajinan-tembakau")).StatusCode);
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("office@craftmarket.test", null)]
    [InlineData(null, "Semoyang-2026")]
    public async Task a_missing_login_or_password_is_wrong(string? login, string? password) =>
        await Refused(await SignIn(login, password), 401, "bad_credentials");

    [Fact]
    public async Task the_token_opens_what_the_role_may_use()
    {
        var reply = await (await SignIn("office@craftmarket.test", "Semoyang-2026")).Content.ReadFromJsonAsync<JsonElement>(Now);
        using var program = market.Visitor();
        program.DefaultRequestHeaders.Authorization = new("Bearer", reply.GetProperty("accessToken").GetString());
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/batches", Now)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync("/api/v1/worklist", Now)).StatusCode);
    }

    private async Task Open(string login, string password)
    {
        Assert.True(Login.TryParse(login, out var parsed));
        var account = Account.For(Guid.NewGuid(), parsed, Account.ArtisanRole);
        account.PasswordHash = AccountBook.Hash(account, password);
        Assert.True(await market.Services.GetRequiredService<AccountBook>().AddAsync(account, Now));
    }

    private async Task<HttpResponseMessage> SignIn(string? login, string? password)
    {
        using var visitor = market.Visitor();
        visitor.DefaultRequestHeaders.Add("X-Forwarded-For", _here);
        return await visitor.PostAsJsonAsync("/api/v1/sign-in", new { login, password }, Now);
    }

    private static async Task Refused(HttpResponseMessage reply, int status, string code)
    {
        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Equal(code, (await reply.Content.ReadFromJsonAsync<JsonElement>(Now)).GetProperty("code").GetString());
    }
}
