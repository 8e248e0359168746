using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using CraftMarket.People.Accounts;
using CraftMarket.People.Persons;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CraftMarket.Tests.People;

public sealed partial class ResetTests(RunningMarket market)
{
    private const string Chosen = "sirih pinang kapur", Here = "198.18.99.1";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_office_makes_a_link_that_works_once_and_only_then_ends_the_old_password()
    {
        var artisan = await Holder.Of(market, "artisan", phone: true);
        using var program = await artisan.Program();
        using var office = market.As("staff");
        var link = await Link(office, artisan.Login);
        Assert.Equal(HttpStatusCode.OK, (await artisan.TrySignIn()).StatusCode);
        using var browser = new Reader(market);
        await browser.Open(link.PathAndQuery);
        Assert.Contains($"…{artisan.Login[^4..]}", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(artisan.Login, browser.Text, StringComparison.Ordinal);
        await browser.Send("submit", ("password", "password123"), ("again", "password123"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.Send("submit", ("password", Chosen), ("again", Chosen));
        Assert.Equal("/masuk", browser.Path);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/artisans/me/products", Now)).StatusCode);
        await Holder.Refused(await artisan.TrySignIn(), 401, "bad_credentials");
        Assert.Equal(HttpStatusCode.OK, (await artisan.TrySignIn(Chosen)).StatusCode);
        await browser.Open(link.PathAndQuery);
        Assert.Contains("tidak berlaku lagi", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_link_is_used_once_even_by_ten_at_once()
    {
        var artisan = await Holder.Of(market, "artisan", phone: true);
        using var office = market.As("staff");
        var token = (await Link(office, artisan.Login)).Segments[^1];
        var resets = market.Services.GetRequiredService<Resets>();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10)
            .Select(i => resets.UseAsync(token, $"{Chosen} {i}", null, Here, Now)));
        Assert.Single(answers, x => x is CraftMarket.Kernel.Done);
    }

    [Fact]
    public async Task a_new_link_makes_the_old_one_worthless_and_a_day_ends_it()
    {
        var artisan = await Holder.Of(market, "artisan", phone: true);
        using var office = market.As("staff");
        var (old, latest) = ((await Link(office, artisan.Login)).Segments[^1], (await Link(office, artisan.Login)).Segments[^1]);
        var resets = market.Services.GetRequiredService<Resets>();
        Assert.Equal("invalid_reset", Assert.IsType<CraftMarket.Kernel.Refusal>(await resets.PeekAsync(old, Now)).Code);
        Assert.IsType<ResetCard>(await resets.PeekAsync(latest, Now));
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        await using var later =
            source.CreateCommand("update people.password_resets set valid_until = valid_until - interval '1 day' where "
            + "account_id = $1");
        later.Parameters.Add(new() { Value = artisan.Id });
        await later.ExecuteNonQueryAsync(Now);
        Assert.Equal("invalid_reset",
            Assert.IsType<CraftMarket.Kernel.Refusal>(await resets.UseAsync(latest, Chosen, null, Here, Now)).Code);
        await using var kept =
            source.CreateCommand("select count(*) from people.password_resets r where r::text like '%' || $1 || '%'");
        kept.Parameters.Add(new() { Value = latest });
        Assert.Equal(0L, await kept.ExecuteScalarAsync(Now));
    }

    [Fact]
    public async Task staff_make_links_for_artisans_and_operators_for_everybody()
    {
        var (artisan, companion) = (await Holder.Of(market, "artisan"), await Holder.Of(market, "companion"));
        using var staff = market.As("staff");
        using var chief = market.As("operator");
        await Holder.Refused(await Ask(staff, companion.Login), 403, "forbidden");
        await Holder.Refused(await Ask(staff, "nobody@kantor.example"), 404, "not_found");
        Assert.Equal(HttpStatusCode.Created, (await Ask(staff, artisan.Login)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Ask(chief, companion.Login)).StatusCode);
    }

    [Fact]
    public async Task who_made_a_link_for_an_artisan_is_written_down_beside_who_read_her_details()
    {
        var artisan = await Holder.Of(market, "artisan");
        var maker = Guid.NewGuid();
        using var office = market.As("staff", ("account", maker.ToString()));
        await Link(office, artisan.Login);
        var account = await market.Services.GetRequiredService<AccountBook>().Of(artisan.Id, Now);
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var entry = Assert.Single(await PersonFiles.ReadersOf(session, account!.PersonId!.Value, Now));
        Assert.Equal((maker.ToString(), "reset link"), (entry.Reader, entry.Purpose));
    }

    [Fact]
    public async Task the_same_request_sent_twice_gives_one_link()
    {
        var artisan = await Holder.Of(market, "artisan", phone: true);
        using var office = market.As("staff");
        office.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        Assert.Equal(await Link(office, artisan.Login), await Link(office, artisan.Login));
    }

    [Fact]
    public async Task who_signs_in_by_mail_is_sent_a_link_and_who_has_no_account_is_told_the_same()
    {
        var holder = await Holder.Of(market, "staff");
        var told = await Forget(holder.Login);
        Assert.Equal(told, await Forget("nobody.at.all@kantor.example"));
        await Shop.Eventually(() => Task.FromResult(market.Post.Of(holder.Login).Count), x => x == 1);
        var letter = market.Post.Of(holder.Login).Single().TextBody!;
        var path = new Uri(Address().Match(letter).Value).PathAndQuery;
        Assert.Equal(HttpStatusCode.OK, (await holder.TrySignIn()).StatusCode);
        using var browser = new Reader(market);
        await browser.Open(path);
        await browser.Send("submit", ("password", Chosen), ("again", Chosen));
        Assert.Equal(HttpStatusCode.OK, (await holder.TrySignIn(Chosen)).StatusCode);
        Assert.Empty(market.Post.Of("nobody.at.all@kantor.example"));
    }

    [Fact]
    public async Task a_mailbox_is_not_filled_by_asking_again_and_again()
    {
        var holder = await Holder.Of(market, "staff");
        var account = await market.Services.GetRequiredService<AccountBook>().Of(holder.Id, Now);
        var resets = market.Services.GetRequiredService<Resets>();
        var first = Assert.IsType<ResetLink>(await resets.MakeOwnAsync(account!, Now));
        Assert.Null(await resets.MakeOwnAsync(account!, Now));
        await resets.DropAsync(first);
        Assert.IsType<ResetLink>(await resets.MakeOwnAsync(account!, Now));
    }

    [Fact]
    public async Task who_signs_in_by_telephone_is_told_whom_to_ask()
    {
        using var browser = new Reader(market);
        await browser.Open("/masuk");
        await browser.Open(browser.Find("forgotten").GetAttribute("href")!);
        Assert.Contains("minta pendamping Anda menghubunginya", browser.Text, StringComparison.Ordinal);
        await browser.Send("submit", ("login", "081255501101"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("hubungi pendamping atau kantor", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_page_of_a_participant_makes_a_link_and_shows_it_once()
    {
        var person = await market.Registered(Villagers.Inaq("Inaq Lupa"));
        using var early = new Reader(market, "staff");
        await early.Open($"/kantor/peserta/{person.Value}/sandi");
        Assert.NotNull(early.Find("no-account"));
        var token = await market.Invited(person, "081255503990");
        using var visitor = market.Visitor();
        await visitor.PostAsJsonAsync($"/api/v1/invitations/{token}",
            new { password = Holder.Password, consents = Array.Empty<string>() }, Now);
        using var office = new Reader(market, "staff");
        await office.Open($"/kantor/peserta/{person.Value}/sandi");
        await office.Send("submit");
        var link = office.Find("link").TextContent;
        Assert.Contains("/sandi/", link, StringComparison.Ordinal);
        var made = new Uri(link).Segments[^1];
        Assert.DoesNotContain(office.Page.QuerySelectorAll("a"),
            x => Uri.UnescapeDataString(x.GetAttribute("href") ?? "").Contains(made, StringComparison.Ordinal));
        var copied = office.Page.GetElementById(office.Find("copy").GetAttribute("data-copy")!)!.TextContent;
        Assert.Contains(link, copied, StringComparison.Ordinal);
        await office.Open($"/kantor/peserta/{person.Value}/sandi");
        Assert.DoesNotContain(link, office.Text, StringComparison.Ordinal);
        Assert.IsType<ResetCard>(await market.Services.GetRequiredService<Resets>().PeekAsync(new Uri(link).Segments[^1], Now));
        await office.Open($"/kantor/peserta/{Guid.NewGuid()}/sandi");
        Assert.Equal(HttpStatusCode.NotFound, office.Status);
    }

    [Fact]
    public async Task nobodys_own_name_becomes_the_password_by_a_link_or_by_changing_it()
    {
        const string own = "aminahsuryani";
        var person = await market.Registered(Villagers.Inaq("Aminahsuryani"));
        using var visitor = market.Visitor();
        await visitor.PostAsJsonAsync($"/api/v1/invitations/{await market.Invited(person, "081255503991")}",
            new { password = Holder.Password, consents = Array.Empty<string>() }, Now);
        using var office = market.As("staff");
        var token = (await Link(office, "081255503991")).Segments[^1];
        var resets = market.Services.GetRequiredService<Resets>();
        Assert.Equal("weak_password",
            Assert.IsType<CraftMarket.Kernel.Refusal>(await resets.UseAsync(token, own, null, Here, Now)).Code);
        Assert.IsType<CraftMarket.Kernel.Done>(await resets.UseAsync(token, Chosen, null, Here, Now));
        var account = await market.Services.GetRequiredService<AccountBook>().Of(person, Now);
        await using var scope = market.Services.CreateAsyncScope();
        var refused = await scope.ServiceProvider.GetRequiredService<OwnPassword>()
            .ChangeAsync(account!.Id, Guid.NewGuid(), Chosen, null, own, null, Now);
        Assert.Equal("weak_password", Assert.IsType<CraftMarket.Kernel.Refusal>(refused).Code);
    }

    private async Task<string> Forget(string login)
    {
        using var browser = new Reader(market);
        await browser.Open("/masuk/lupa");
        await browser.Send("submit", ("login", login));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        return browser.Find("asked").TextContent;
    }

    private static Task<HttpResponseMessage> Ask(HttpClient asker, string login) =>
        asker.PostAsJsonAsync($"/api/v1/accounts/{Uri.EscapeDataString(login)}/reset", new { }, Now);

    private static async Task<Uri> Link(HttpClient asker, string login)
    {
        var reply = await Ask(asker, login);
        Assert.Equal(HttpStatusCode.Created, reply.StatusCode);
        return new((await reply.Content.ReadFromJsonAsync<JsonElement>(Now)).GetProperty("link").GetString()!);
    }

    [GeneratedRegex(@"https?://\S+/sandi/\S+")]
    private static partial Regex Address();
}
