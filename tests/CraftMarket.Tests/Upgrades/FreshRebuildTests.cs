using System.Net;
using CraftMarket.Kernel;
using CraftMarket.Tests.Walks;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CraftMarket.Tests.Upgrades;

/// <summary>All projections at once, added up again by the command that an operator gives, in a process that knows nothing but
/// the events: regions have got other names since, every document that no projection writes is gone, and language and time zone
/// are others.</summary>
[Collection(EarlierLast.Name)]
public sealed class FreshRebuildTests(RunningMarket market)
{
    private static readonly IReadOnlyDictionary<string, string> Elsewhere = new Dictionary<string, string>
    {
        ["TZ"] = "America/Anchorage", ["LC_ALL"] = "sv_SE.UTF-8",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task every_projection_rebuilds_in_a_process_just_started_to_the_same_bytes()
    {
        var (tables, shards) = Projected();
        await using var earlier = await MarketProcess.Start(
            new Dictionary<string, string> { ["Keys__Master"] = RunningMarket.DemoMasterKey }, EarlierMarket.Restore);
        await using var database = NpgsqlDataSource.Create(earlier.ConnectionString);
        await Stop(earlier, database, shards);
        await earlier.Command(Elsewhere, "projections", "rebuild");
        await earlier.Run();
        await Work(earlier.Address, database);
        await Stop(earlier, database, shards);

        var before = await Rows(database, tables);
        Assert.DoesNotContain(tables, table => before.Keys.All(row => row.Table != table));
        var began = await Forget(database, tables);
        await earlier.Command(Elsewhere, "projections", "rebuild");

        // A table that is written and that nobody said is written would be emptied by no rebuild.
        Assert.Equal(tables, await Written(database, began));
        var after = await Rows(database, tables);
        Assert.Equal([], before.Keys.Union(after.Keys).Order().Select(x => (Row: x, Was: before.GetValueOrDefault(x, ""),
            Now: after.GetValueOrDefault(x, ""))).Where(x => x.Was != x.Now).DistinctBy(x => x.Row.Table)
            .Select(x => $"{x.Row}, {Difference(x.Was, x.Now)}"));
    }

    /// <summary>The tables that the projections of the store say they write, and what the daemon calls those that come a moment
    /// later.</summary>
    private (IReadOnlyList<string> Tables, string[] Shards) Projected()
    {
        IReadOnlyStoreOptions options = ((DocumentStore)market.Services.GetRequiredService<IDocumentStore>()).Options;
        var projections = ((StoreOptions)options).Projections.All;
        Assert.Empty(projections.Where(x => !x.PublishedTypes().Any()).Select(x => x.Name));
        return ([.. projections.SelectMany(x => x.PublishedTypes())
                .Select(x => options.FindOrResolveDocumentType(x).TableName.Name).Distinct().Order(StringComparer.Ordinal)],
            [.. projections.Where(x => x.Lifecycle == ProjectionLifecycle.Async)
                .SelectMany(x => x.Shards()).Select(x => x.Name.Identity)]);
    }

    /// <summary>Products, orders and money under the village's new name, by people old and new; one is forgotten.</summary>
    private static async Task Work(Uri address, NpgsqlDataSource database)
    {
        using var visitor = new Caller(address);
        using var office = await visitor.SignIn("office@craftmarket.test");
        using var list = new MultipartFormDataContent
        {
            { new StringContent("kemendagri_code,level,name\n52.02.06.2003,village,Semoyang Raya\n"), "file", "wilayah.csv" },
        };
        using (var browser = office.Browser())
            (await browser.PostAsync("/api/v1/regions/import", list, Cancellation)).EnsureSuccessStatusCode();
        Assert.Equal("Semoyang Raya", (await office.Get("regions/52.02.06.2003")).Text("name"));

        using var sahnun = await visitor.SignIn("+6289900000001");
        using var curator = await visitor.SignIn("curator@craftmarket.test");
        var own = (await sahnun.Get("artisans/me/products")).Body["items"]!.AsArray();
        var bag = (string)own.First(x => (string)x!["status"]! == "published")!["id"]!;
        (await sahnun.Post($"products/{bag}/withdrawal", new { })).Expect(HttpStatusCode.NoContent);
        (await sahnun.Post($"products/{bag}/submission", new { })).Expect(HttpStatusCode.Accepted);
        (await curator.Post($"products/{bag}/curation", new { decision = "approve" })).Expect(HttpStatusCode.OK);

        using var walker = new StubbornWalker(address);
        await walker.SignEverybodyIn();
        for (var walks = 0; walks < 2; walks++) await walker.WalkOnce();
        await walker.EverythingAcknowledgedStands();

        using var second = await visitor.SignIn("operator@craftmarket.test");
        var person = (await Read(database,
            "select person_id::text, '' from people.accounts where phone_number = '+6289900000011'")).Single().Key.Id;
        var erasure = (await office.Post($"participants/{person}/erasure", new { reason = "asked" }))
            .Expect(HttpStatusCode.Created);
        (await second.Post($"erasures/{erasure.Text("id")}/confirmation", new { })).Expect(HttpStatusCode.OK);
    }

    /// <summary>Once nothing is under way and the daemon has read all there is, the process ends.</summary>
    private static async Task Stop(MarketProcess earlier, NpgsqlDataSource database, string[] shards)
    {
        await Patience.Until(IsQuiet);
        await earlier.Kill();
        if (await IsQuiet()) return;
        await earlier.Run();
        await Stop(earlier, database, shards);

        async Task<bool> IsQuiet()
        {
            await using var command = database.CreateCommand($"""
                select not exists (select from wolverine.wolverine_incoming_envelopes where status = 'Incoming')
                    and not exists (select from wolverine.wolverine_outgoing_envelopes)
                    and (select count(*) from market.mt_event_progression where name = any($1)
                        and last_seq_id = (select max(seq_id) from {EventTables.Events})) = cardinality($1)
                """);
            command.Parameters.Add(new() { Value = shards });
            return (bool)(await command.ExecuteScalarAsync(Cancellation))!;
        }
    }

    /// <summary>Takes every document away that no projection writes; when that was done.</summary>
    private static async Task<string> Forget(NpgsqlDataSource database, IReadOnlyList<string> tables)
    {
        var others = (await Documents(database)).Except(tables).Order(StringComparer.Ordinal);
        await Read(database, string.Concat(others.Select(x => $"delete from market.{x};")) + "select '', ''");
        return (await Read(database, "select clock_timestamp()::text, ''")).Single().Key.Id;
    }

    private static async Task<IEnumerable<string>> Written(NpgsqlDataSource database, string since) =>
        (await Read(database, string.Join(" union ", (await Documents(database)).Select(x =>
            $"select '{x}', '' from market.{x} where mt_last_modified >= '{since}'")))).Keys.Select(x => x.Id)
            .Order(StringComparer.Ordinal);

    private static async Task<IEnumerable<string>> Documents(NpgsqlDataSource database) =>
        (await Read(database, "select relname, '' from pg_class where relkind = 'r' and relname like 'mt\\_doc\\_%' "
            + "and relnamespace = 'market'::regnamespace")).Keys.Select(x => x.Id);

    /// <summary>Every row, without what says when it was written last.</summary>
    private static Task<Dictionary<(string Table, string Id), string>> Rows(NpgsqlDataSource database,
        IReadOnlyList<string> tables) => Read(database, string.Join(" union all ", tables.Select(x =>
            $"select id::text, (to_jsonb(t) - 'mt_last_modified' - 'mt_version')::text, '{x}' from market.{x} as t")));

    private static async Task<Dictionary<(string Table, string Id), string>> Read(NpgsqlDataSource database, string sql)
    {
        var rows = new Dictionary<(string, string), string>();
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
            rows.Add((reader.FieldCount > 2 ? reader.GetString(2) : "", reader.GetString(0)), reader.GetString(1));
        return rows;
    }

    private static string Difference(string was, string now)
    {
        var at = was.Zip(now).TakeWhile(x => x.First == x.Second).Count();
        return $"byte {at}\nbefore: {Around(was)}\nafter:  {Around(now)}";

        string Around(string text) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)];
    }
}
