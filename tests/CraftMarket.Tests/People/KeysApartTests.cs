using CraftMarket.Kernel;
using CraftMarket.People.Persons;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CraftMarket.Tests.People;

/// <summary>A market whose keys lie in a database of their own.</summary>
public sealed class KeysApartTests : IAsyncLifetime
{
    private readonly string _database = $"craftmarket_keys_{Guid.NewGuid():N}";
    private RunningMarket _market = null!;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private string Keys => new NpgsqlConnectionStringBuilder(RunningMarket.Server) { Database = _database }.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        await RunningMarket.OnServer($"create database {_database}");
        _market = new(new Dictionary<string, string?> { ["ConnectionStrings:Keys"] = Keys });
        await _market.InitializeAsync();
    }

    [Fact]
    public async Task people_and_orders_are_read_with_keys_of_the_other_database_and_are_gone_with_them()
    {
        var person = await _market.Registered(Villagers.Inaq("Inaq Jauh"));
        using var buyer = _market.Visitor();
        var placed = await (await buyer.Order("cod", (await _market.Sell(new(Guid.CreateVersion7())), 1))).Json();
        Assert.Contains("Lalu Fictif", (await buyer.OrderPage(placed)).GetRawText(), StringComparison.Ordinal);
        Assert.Equal(["Inaq Jauh"], await Names(person));
        Assert.Equal(true, await Ask(_market.ConnectionString, "select to_regclass('keys.subject_keys') is null"));
        Assert.Equal(2L,
            await Ask(Keys,
            $"select count(*) from keys.subject_keys where subject in ('{person.Value}', "
            + $"'{placed.GetProperty("id").GetGuid()}')"));
        using var visitor = _market.Visitor();
        Assert.Equal("Healthy", await visitor.GetStringAsync("/health/ready", Now));

        Assert.IsType<Done>(await _market.Send(new ErasePerson(person)));

        await Shop.Eventually(() => Ask(Keys, $"select wrapped is null from keys.subject_keys where subject = '{person.Value}'"),
            x => x is true);
        Assert.Empty(await Names(person));
    }

    [Fact]
    public async Task keys_that_lay_beside_the_documents_move_there_and_what_was_destroyed_stays_so()
    {
        var person = await _market.Registered(Villagers.Inaq("Inaq Pindah"));
        var (wrapped, gone) =
            ((string)(await Ask(Keys, $"select wrapped::text from keys.subject_keys where subject = '{person.Value}'"))!,
            Guid.CreateVersion7());
        await Ask(Keys, $"delete from keys.subject_keys where subject = '{person.Value}'");
        Assert.Empty(await Names(person));
        await Ask(_market.ConnectionString, $"""
            create schema keys; create table keys.subject_keys (subject uuid primary key, wrapped jsonb,
                destroyed_at timestamptz);
            insert into keys.subject_keys values ('{person.Value}', '{wrapped}', null), ('{gone}', null, now())
            """);
        await using (var scope = _market.Services.CreateAsyncScope())
            foreach (var data in scope.ServiceProvider.GetServices<IReferenceData>().Where(x => x.GetType().Name == "KeysMoved"))
                await data.EnsureAsync(Now);
        Assert.Equal(["Inaq Pindah"], await Names(person));
        Assert.Equal(1L, await Ask(Keys, $"select count(*) from keys.subject_keys where subject = '{gone}' and wrapped is null"));
        Assert.Equal(true, await Ask(_market.ConnectionString, "select to_regclass('keys.subject_keys') is null"));
    }

    public async ValueTask DisposeAsync()
    {
        await _market.DisposeAsync();
        await RunningMarket.OnServer($"drop database if exists {_database} with (force)");
    }

    private async Task<IReadOnlyCollection<string>> Names(PersonId person)
    {
        await using var session = _market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return [.. (await PersonNames.Of(session, _market.Services.GetRequiredService<IKeyStore>(), [person], Now)).Values];
    }

    private static async Task<object?> Ask(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Now);
    }
}
