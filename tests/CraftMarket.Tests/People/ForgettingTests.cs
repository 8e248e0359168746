using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.People.Persons;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CraftMarket.Tests.People;

/// <summary>Nothing personal lies open in the database, and what is erased is gone.</summary>
public sealed class ForgettingTests(RunningMarket market)
{
    private const string Password = "tembakau anyam senja";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task name_and_identity_number_lie_open_in_no_table_at_all()
    {
        var details = Villagers.Inaq("Inaq Tersembunyi", "081255504401");
        await Joined(details);
        Assert.Empty(await TablesWith("Tersembunyi", details.Nik));
    }

    [Fact]
    public async Task the_scan_finds_what_lies_open() =>
        Assert.Contains("people.accounts", await TablesWith("office@craftmarket.test"));

    [Fact]
    public async Task erasing_leaves_no_file_no_login_and_no_trace_of_the_phone()
    {
        var details = Villagers.Inaq("Inaq Terlupa", "081255504402");
        var person = await Joined(details);
        Assert.Contains("people.accounts", await TablesWith("81255504402"));
        var token = (await (await SignIn("081255504402")).Content.ReadFromJsonAsync<JsonElement>(Now)).GetProperty("accessToken")
            .GetString();
        Assert.IsType<Done>(await market.Send(new ErasePerson(person)));
        Assert.IsType<Done>(await market.Send(new ErasePerson(person)));
        await Eventually(async () => (await SignIn("081255504402")).StatusCode == HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Use(token!)).StatusCode);
        Assert.Empty(await TablesWith("Terlupa", details.Nik, "81255504402"));
        await using var session = market.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        var keys = market.Services.GetRequiredService<IKeyStore>();
        Assert.Empty(await PersonNames.Of(session, keys, [person], Now));
        Assert.Null(await PersonFiles.ReadAsync(session, keys, person, "account", "curiosity", DateTimeOffset.UnixEpoch, Now));
        Assert.Equal("erased", Assert.IsType<Refusal>(await market.Send(new OpenPersonFile(person, details))).Code);
    }

    [Fact]
    public async Task why_an_account_was_closed_lies_open_nowhere_operators_read_it_and_it_goes_with_the_person()
    {
        var details = Villagers.Inaq("Inaq Tertutup", "081255504403");
        var person = await Joined(details);
        using var chief = new Reader(market, "operator");
        await chief.Open("/operator/akun");
        await chief.Send("close", ("closed", "081255504403"), ("reason", "Kerap memakai gelang pusaka"));
        Assert.Equal("/operator/akun", chief.Path);
        Assert.Contains("gelang pusaka", chief.Text, StringComparison.Ordinal);
        Assert.Empty(await TablesWith("gelang pusaka", "81255504403"));
        Assert.IsType<Done>(await market.Send(new ErasePerson(person)));
        await Eventually(async () =>
        {
            await chief.Open("/operator/akun");
            return !chief.Text.Contains("gelang pusaka", StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task nobody_is_erased_who_was_never_there() =>
        Assert.Equal("not_found", Assert.IsType<Refusal>(await market.Send(new ErasePerson(new(Guid.NewGuid())))).Code);

    private async Task<PersonId> Joined(PersonalDetails details)
    {
        var person = await market.Registered(details);
        var token = await market.Invited(person, details.Phone!);
        using var visitor = market.Visitor();
        var reply = await visitor.PostAsJsonAsync($"/api/v1/invitations/{token}",
            new { password = Password, consents = new[] { "shop" } }, Now);
        Assert.Equal(HttpStatusCode.Created, reply.StatusCode);
        return person;
    }

    private async Task<HttpResponseMessage> SignIn(string login)
    {
        using var visitor = market.Visitor();
        return await visitor.PostAsJsonAsync("/api/v1/sign-in", new { login, password = Password }, Now);
    }

    private async Task<HttpResponseMessage> Use(string token)
    {
        using var visitor = market.Visitor();
        visitor.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return await visitor.GetAsync("/api/v1/artisans/me/orders", Now);
    }

    /// <summary>Every table of every schema in which one of the words stands, as text or as bytes.</summary>
    private async Task<IReadOnlyList<string>> TablesWith(params string[] words)
    {
        await using var database = NpgsqlDataSource.Create(market.ConnectionString);
        var found = new List<string>();
        foreach (var table in await Strings(database,
            "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname !~ '^(pg_|information)'"))
            foreach (var word in words)
            {
                var bytes = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word));
                var rows = await Strings(database,
                    $"select 1::text from {table} t where t::text like '%{word}%' or t::text like '%{bytes}%' limit 1");
                if (rows.Count > 0) found.Add(table);
            }

        return found;
    }

    private static async Task<List<string>> Strings(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Now);
        var strings = new List<string>();
        while (await reader.ReadAsync(Now)) strings.Add(reader.GetString(0));
        return strings;
    }

    private static Task Eventually(Func<Task<bool>> condition) => Patience.Until(condition);
}
