using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CraftMarket.Tests.Upgrades;

/// <summary>What the program of today tells of a database that commit c05d833 made, against what the program told of it before
/// facts were stored (c05d833.json.br, written by commit 5f2fb16). One answer is another: a sale that went back whole after it
/// had arrived, before anybody told Income of that, is no sale now.</summary>
[Collection(EarlierLast.Name)]
public sealed class EarlierDatabaseTests(EarlierMarket earlier) : IClassFixture<EarlierMarket>
{
    /// <summary>Set to a file's name, the answers are written there instead of compared.</summary>
    private static readonly string? Written = Environment.GetEnvironmentVariable("EARLIER_ANSWERS");

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RunningMarket Market => earlier.Market;

    [Fact]
    public async Task every_balance_order_listing_and_report_is_as_it_was()
    {
        var told = new JsonObject();
        foreach (var (who, client) in await People())
            using (client)
                foreach (var address in await Addresses(who))
                    told[$"{who} {address}"] = await Ask(client, address);
        if (Written is { } file) await File.WriteAllTextAsync(file, told.ToJsonString(Indented), Cancellation);
        var before = JsonNode.Parse(await EarlierMarket.Read("c05d833.json.br"))!.AsObject();
        Assert.Equal(before.Select(x => x.Key), told.Select(x => x.Key));
        foreach (var (question, answer) in before)
            Assert.True(JsonNode.DeepEquals(answer, told[question]),
                $"{question}\nbefore: {answer?.ToJsonString()}\nnow:    {told[question]?.ToJsonString()}");
    }

    private async Task<IReadOnlyList<(string Who, HttpClient Client)>> People()
    {
        var people = new List<(string, HttpClient)>
        {
            ("visitor", Market.Visitor()), ("staff", Market.As("staff")), ("operator", Market.As("operator")),
            ("curator", Market.As("curator")), ("companion", Market.As("companion", ("area", "52"))),
        };
        people.AddRange((await Column("""
            select data ->> 'ArtisanId' || ' ' || id from market.mt_doc_participant where data ->> 'ArtisanId' is not null
            order by 1
            """)).Select(x => x.Split(' ')).Select(x =>
                ($"artisan {x[0]}", Market.As("artisan", ("artisan", x[0]), ("person", x[1])))));
        return people;
    }

    private async Task<IReadOnlyList<string>> Addresses(string who) => who.Split(' ')[0] switch
    {
        "visitor" =>
        [
            "products?limit=50", "products?q=tas", "categories", "villages", "villages/semoyang",
            .. (await Column("select id::text from market.mt_doc_product order by 1")).Select(x => $"products/{x}"),
            .. (await Column("select id::text from market.mt_doc_product order by 1")).Select(x => $"products/{x}/reviews"),
            .. (await Column("select id::text from market.mt_doc_makergroup order by 1")).Select(x => $"groups/{x}"),
        ],
        "staff" =>
        [
            "programmes", "batches", "participants?limit=50", "refunds", "mark-applications",
            .. (await Column("select id::text from market.mt_doc_trainingbatch order by 1")).Select(x => $"batches/{x}"),
            .. (await Column("select id::text from market.mt_doc_participant order by 1")).SelectMany(x =>
                new[] { $"participants/{x}", $"participants/{x}/consents" }),
            .. new[] { "batch", "village", "skill", "mode", "programme" }
                .Select(x => $"reports/income?groupBy={x}&from=2026-01&to=2026-12"),
            "reports/exposure?from=2026-11-01&to=2026-12-01", "reports/curation?from=2026-11-01&to=2026-12-01",
        ],
        "operator" => ["payouts", "refunds", "search/synonyms", "dead-letters"],
        "curator" => ["curation", "curation/overrides", "curation/reasons", "curation/rules"],
        "companion" => ["worklist", "participants?limit=50"],
        _ => new[] { "earnings", "earnings?month=2026-11", "orders", "products", "income", "reviews", "brand", "brand/versions",
            "group", "group/brand", "consents", "contact", "mark-application", "net-price?price=100000" }
            .Select(x => $"artisans/me/{x}").ToArray(),
    };

    private static async Task<JsonNode?> Ask(HttpClient client, string address)
    {
        using var answer = await client.GetAsync($"/api/v1/{address}", Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        var body = text.Length == 0 ? null : JsonNode.Parse(text);
        // Each answer has a number of its own.
        if (body is JsonObject problem) problem.Remove("traceId");
        // Those of one day stand in no order.
        if (body?["refundsByHand"] is JsonArray refunds)
            body["refundsByHand"] = new JsonArray([.. refunds.OrderBy(x => (string)x!["id"]!).Select(x => x!.DeepClone())]);
        return new JsonObject { ["status"] = (int)answer.StatusCode, ["body"] = body };
    }

    private async Task<IReadOnlyList<string>> Column(string sql)
    {
        var values = new List<string>();
        await using var command = Market.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation)) values.Add(reader.GetString(0));
        return values;
    }
}
