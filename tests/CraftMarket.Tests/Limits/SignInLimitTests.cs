using System.Net;
using System.Net.Http.Json;
using CraftMarket.People.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.Limits;

/// <summary>Guessing passwords is slow for strangers, and nobody is locked out by them.</summary>
[Collection(nameof(LimitedMarket))]
public sealed class SignInLimitTests(LimitedMarket limited)
{
    private const string Right = "kerajinan-tembakau", Wrong = "salah-semua-terus";

    [Fact]
    public async Task five_wrong_guesses_of_a_stranger_do_not_lock_the_owner_out()
    {
        var phone = await AnAccount();
        using HttpClient stranger = limited.From(), owner = limited.From();
        for (var guess = 0; guess < 5; guess++) Assert.Equal((401, "bad_credentials"), await SignIn(stranger, phone, Wrong));
        Assert.Equal((429, "locked"), await SignIn(stranger, phone, Right));
        Assert.Equal((200, ""), await SignIn(owner, phone, Right));
    }

    [Fact]
    public async Task a_login_that_many_sources_attack_opens_for_its_owner_where_they_signed_in_before()
    {
        var phone = await AnAccount();
        using HttpClient owner = limited.From(), newcomer = limited.From();
        Assert.Equal((200, ""), await SignIn(owner, phone, Right));
        for (var source = 0; source < 10; source++)
        {
            using var stranger = limited.From();
            for (var guess = 0; guess < 5; guess++) Assert.Equal((401, "bad_credentials"), await SignIn(stranger, phone, Wrong));
        }

        Assert.Equal((429, "locked"), await SignIn(newcomer, phone, Right));
        Assert.Equal((200, ""), await SignIn(owner, phone, Right));
    }

    [Fact]
    public async Task a_source_that_guesses_at_many_logins_is_locked_for_all_of_them()
    {
        var phone = await AnAccount();
        using HttpClient sprayer = limited.From(), owner = limited.From();
        for (var login = 0; login < 10; login++)
            Assert.Equal((401, "bad_credentials"), await SignIn(sprayer, LimitedMarket.NewPhone(), $"{Wrong}-{login}"));
        Assert.Equal((429, "locked"), await SignIn(sprayer, phone, Right));
        Assert.Equal((200, ""), await SignIn(owner, phone, Right));
    }

    [Fact]
    public async Task one_password_over_sixteen_phones_opens_a_handful_at_most()
    {
        var phones = new List<string>();
        for (var i = 0; i < 16; i++) phones.Add(await AnAccount(i % 3 == 1 ? $"{Right}-{i}" : Right));
        using var sprayer = limited.From();
        var answers = new List<(int Status, string Code)>();
        foreach (var phone in phones) answers.Add(await SignIn(sprayer, phone, Right));
        Assert.InRange(answers.Count(x => x.Status == 200), 0, 5);
        Assert.All(answers.Skip(5), x => Assert.Equal((429, "locked"), x));
    }

    [Fact]
    public async Task a_class_that_mistypes_and_then_gets_in_is_not_taken_for_a_sprayer()
    {
        using var room = limited.From();
        for (var i = 0; i < 12; i++)
        {
            var phone = await AnAccount($"{Right}-{i}");
            Assert.Equal((401, "bad_credentials"), await SignIn(room, phone, $"{Wrong}-{i}"));
            Assert.Equal((200, ""), await SignIn(room, phone, $"{Right}-{i}"));
        }
    }

    [Fact]
    public async Task a_thirty_first_sign_in_within_a_minute_is_told_when_to_come_again_on_the_page_too()
    {
        var from = LimitedMarket.Elsewhere();
        using var hasty = limited.From(from);
        for (var i = 0; i < 30; i++) Assert.Equal((401, "bad_credentials"), await SignIn(hasty, "", ""));
        using var refused = await hasty.PostAsJsonAsync("/api/v1/sign-in", new { login = "", password = "" }, Shop.Token);
        Assert.Equal("too_many_requests", (await refused.With()).Code);
        Assert.NotNull(refused.Headers.RetryAfter);
        using var reader = new Reader(limited.Market, from, role: null);
        await reader.Open("/masuk");
        await reader.Send("submit", ("login", "081255509999"), ("password", "x"));
        Assert.Equal(HttpStatusCode.TooManyRequests, reader.Status);
        Assert.Contains("Tunggu", reader.Find("problem").TextContent, StringComparison.Ordinal);
        Assert.Equal("081255509999", reader.Page.QuerySelector("[name=login]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task whoever_asks_for_links_again_and_again_is_told_to_wait()
    {
        using var reader = new Reader(limited.Market, LimitedMarket.Elsewhere(), role: null);
        await reader.Open("/masuk/lupa");
        for (var i = 0; i < 30; i++)
        {
            await reader.Send("submit", ("login", $"siapa{i}@kantor.example"));
            Assert.Equal(HttpStatusCode.OK, reader.Status);
        }

        await reader.Send("submit", ("login", "siapa@kantor.example"));
        Assert.Equal(HttpStatusCode.TooManyRequests, reader.Status);
        Assert.Contains("Tunggu", reader.Find("problem").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task who_mistyped_too_often_and_uses_a_link_gets_in_at_once()
    {
        var phone = await AnAccount();
        var from = LimitedMarket.Elsewhere();
        using HttpClient owner = limited.From(from);
        for (var guess = 0; guess < 5; guess++) Assert.Equal((401, "bad_credentials"), await SignIn(owner, phone, Wrong));
        Assert.Equal((429, "locked"), await SignIn(owner, phone, Right));
        var resets = limited.Market.Services.GetRequiredService<Resets>();
        var account = await resets.HolderOf(phone, Shop.Token);
        var link = await resets.MakeAsync(account, all: true, by: null, cancellation: Shop.Token);
        using var reader = new Reader(limited.Market, from, role: null);
        await reader.Open($"/sandi/{Assert.IsType<ResetLink>(link).Token}");
        await reader.Send("submit", ("password", "sirih pinang kapur"), ("again", "sirih pinang kapur"));
        Assert.Equal("/masuk", reader.Path);
        Assert.Equal((200, ""), await SignIn(owner, phone, "sirih pinang kapur"));
    }

    private async Task<string> AnAccount(string password = Right)
    {
        var phone = LimitedMarket.NewPhone();
        Assert.True(Login.TryParse(phone, out var login));
        var account = Account.For(Guid.NewGuid(), login, Account.ArtisanRole);
        account.PasswordHash = AccountBook.Hash(account, password);
        Assert.True(await limited.Market.Services.GetRequiredService<AccountBook>().AddAsync(account, Shop.Token));
        return phone;
    }

    private static async Task<(int Status, string Code)> SignIn(HttpClient client, string login, string password)
    {
        using var reply = await client.PostAsJsonAsync("/api/v1/sign-in", new { login, password }, Shop.Token);
        return ((int)reply.StatusCode, reply.IsSuccessStatusCode ? "" : (await reply.With()).Code);
    }
}
