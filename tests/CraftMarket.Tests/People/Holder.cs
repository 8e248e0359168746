using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.People.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CraftMarket.Tests.People;

/// <summary>Somebody with an account, and what they do with it.</summary>
internal sealed class Holder(RunningMarket market, string login, Guid id)
{
    public const string Password = "kopi tubruk pagi";

    private static int _last;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public string Login => login;

    public Guid Id => id;

    /// <summary>An account that nobody else's test uses.</summary>
    public static async Task<Holder> Of(RunningMarket market, string role, bool phone = false)
    {
        var login = phone ? $"+62812666{Interlocked.Increment(ref _last):D5}" : $"{role}{Guid.NewGuid():N}@kantor.example";
        Assert.True(CraftMarket.People.Accounts.Login.TryParse(login, out var parsed));
        var account = Account.For(Guid.CreateVersion7(), parsed, role);
        if (role == "companion") account.Area = RegionCode.Parse("52.02");
        if (role == "artisan") (account.ArtisanId, account.PersonId) = (new(Guid.CreateVersion7()), new(Guid.CreateVersion7()));
        account.PasswordHash = AccountBook.Hash(account, Password);
        Assert.True(await market.Services.GetRequiredService<AccountBook>().AddAsync(account, Now));
        return new(market, login, account.Id);
    }

    public async Task<HttpResponseMessage> TrySignIn(string password = Password, string? code = null)
    {
        using var visitor = market.Visitor();
        return await visitor.PostAsJsonAsync("/api/v1/sign-in", new { login, password, code }, Now);
    }

    /// <summary>A program that has signed in.</summary>
    public async Task<HttpClient> Program(string password = Password, string? code = null)
    {
        var reply = await TrySignIn(password, code);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        var program = market.Visitor();
        var body = await reply.Content.ReadFromJsonAsync<JsonElement>(Now);
        program.DefaultRequestHeaders.Authorization = new("Bearer", body.GetProperty("accessToken").GetString());
        return program;
    }

    /// <summary>A browser in which the holder has signed in.</summary>
    public async Task<Reader> Browser(string password = Password)
    {
        var browser = new Reader(market);
        await browser.Open("/masuk");
        await browser.Send("submit", ("login", login), ("password", password));
        return browser;
    }

    /// <summary>What the database says of them, at once and without the program.</summary>
    public async Task Change(string set)
    {
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        await using var command = source.CreateCommand($"update people.accounts set {set} where id = $1");
        command.Parameters.Add(new() { Value = id });
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Now));
    }

    public static async Task Refused(HttpResponseMessage reply, int status, string code)
    {
        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Equal(code, (await reply.Content.ReadFromJsonAsync<JsonElement>(Now)).GetProperty("code").GetString());
    }
}
