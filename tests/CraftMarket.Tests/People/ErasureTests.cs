using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Ordering;
using CraftMarket.People.Persons;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CraftMarket.Tests.People;

/// <summary>Erasing by the front door: one of the office asks, another agrees.</summary>
public sealed class ErasureTests(RunningMarket market) : IDisposable
{
    private readonly HttpClient _asker = market.As("staff", ("account", Guid.NewGuid().ToString()));
    private readonly HttpClient _second = market.As("operator", ("account", Guid.NewGuid().ToString()));

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task nobody_erases_alone_and_a_second_person_does()
    {
        var person = await market.Registered(Villagers.Inaq("Inaq Pergi", "081255504421"));
        var id = await Asked($"participants/{person.Value}", "asked", "Anaknya menelepon: Inaq Pergi pindah ke Malaysia");
        Assert.Equal((409, "same_person"), await Refused(_asker, $"erasures/{id}/confirmation"));
        Assert.Single(await Names(person));
        var row = await Row(id);
        Assert.Equal(("waiting", "Anaknya menelepon: Inaq Pergi pindah ke Malaysia", 0),
            (row.GetProperty("status").GetString(), row.GetProperty("words").GetString(), row.GetProperty("ageDays").GetInt32()));
        Assert.Empty(await TablesWith("pindah ke Malaysia"));

        await Done(_second, $"erasures/{id}/confirmation");
        await Done(_second, $"erasures/{id}/confirmation");

        await Shop.Eventually(() => Names(person), x => x.Count == 0);
        await Shop.Eventually(() => Row(id), x => x.GetProperty("words").ValueKind == JsonValueKind.Null);
        Assert.Equal("agreed", (await Row(id)).GetProperty("status").GetString());
        Assert.Empty(await TablesWith("Pergi", "81255504421"));
        await Shop.Eventually(async () =>
            (await Refused(_asker, $"participants/{person.Value}/erasure", new { reason = "asked" })).Code, x => x == "erased");
    }

    [Fact]
    public async Task what_was_declined_stays_and_cannot_be_agreed_to_later()
    {
        var person = await market.Registered(Villagers.Inaq("Inaq Tetap"));
        var id = await Asked($"participants/{person.Value}");
        await Done(_second, $"erasures/{id}/refusal");
        Assert.Equal((409, "wrong_state"), await Refused(_second, $"erasures/{id}/confirmation"));
        Assert.Single(await Names(person));
        Assert.Equal("declined", (await Row(id)).GetProperty("status").GetString());
        var again = await Asked($"participants/{person.Value}");
        Assert.NotEqual(id, again);
        await Done(_asker, $"erasures/{again}/refusal");
    }

    [Fact]
    public async Task a_reason_of_the_list_is_needed_and_one_request_waits_at_a_time()
    {
        var person = await market.Registered(Villagers.Inaq("Inaq Sekali"));
        var path = $"participants/{person.Value}/erasure";
        Assert.Equal((422, "unknown_reason"), await Refused(_asker, path, new { }));
        Assert.Equal((422, "unknown_reason"), await Refused(_asker, path, new { reason = "bosan" }));
        Assert.Equal((422, "words_length"), await Refused(_asker, path, new { reason = "asked", words = new string('a', 501) }));
        Assert.Equal((404, "not_found"),
            await Refused(_asker, $"participants/{Guid.NewGuid()}/erasure", new { reason = "asked" }));
        Assert.Equal((404, "not_found"), await Refused(_second, $"erasures/{Guid.NewGuid()}/confirmation"));
        var id = await Asked($"participants/{person.Value}", key: "permintaan-1");
        Assert.Equal(id, await Asked($"participants/{person.Value}", key: "permintaan-1"));
        Assert.Equal((409, "already_asked"), await Refused(_asker, path, new { reason = "asked" }));
        Assert.Equal((422, "unknown_status"), await Code(await _asker.GetAsync("/api/v1/erasures?status=lupa", Now)));
    }

    [Fact]
    public async Task a_buyer_is_erased_once_nothing_is_under_way_and_stays_so_when_a_backup_comes_back()
    {
        var (maker, buyer) = (new ArtisanId(Guid.CreateVersion7()), market.Visitor());
        using var artisan = market.As("artisan", ("artisan", maker.Value.ToString()));
        var placed = await (await buyer.PostAsJsonAsync("/api/v1/orders", Order(await market.Sell(maker)), Now)).Json();
        var (order, part) = (placed.GetProperty("id").GetGuid(), placed.GetProperty("parts")[0].GetProperty("id").GetGuid());
        Assert.Equal((409, "wrong_state"), await Refused(_asker, $"orders/{order}/erasure", new { reason = "asked" }));
        foreach (var (step, body) in new (string, object)[] { ("acceptance", new { }),
            ("shipment", new { courier = "Pos Indonesia", trackingNumber = "P1" }),
            ("delivery", new { key = placed.GetProperty("accessKey").GetString() }) })
        {
            Assert.Equal((409, "wrong_state"), await Refused(_asker, $"orders/{order}/erasure", new { reason = "asked" }));
            Assert.True((await artisan.PostAsJsonAsync($"/api/v1/seller-orders/{part}/{step}", body, Now)).IsSuccessStatusCode);
        }

        await Shop.Eventually(async () => (int)(await buyer.PostAsJsonAsync($"/api/v1/seller-orders/{part}/review",
            new { key = placed.GetProperty("accessKey").GetString(), stars = 5, words = "Lalu Hilang puas" }, Now)).StatusCode,
            x => x is 200 or 201);
        var backup = await Rows("market.mt_doc_deliverydetails", order);
        var words = await Rows("market.mt_doc_reviewwords", PartReview.StreamOf(new(part)));
        Assert.Contains("Lalu Hilang", (await buyer.OrderPage(placed)).GetRawText(), StringComparison.Ordinal);

        await Done(_second, $"erasures/{await Asked($"orders/{order}")}/confirmation");

        var after = await Shop.Eventually(() => buyer.OrderPage(placed), x =>
            x.GetProperty("recipient").ValueKind == JsonValueKind.Null);
        Assert.DoesNotContain("Hilang", after.GetRawText(), StringComparison.Ordinal);
        var page = await buyer.GetStringAsync($"/pesanan/{order}?key={placed.GetProperty("accessKey").GetString()}", Now);
        Assert.Contains("Data pembeli sudah dihapus", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"stars\"", page, StringComparison.Ordinal);
        await Shop.Eventually(() => Rows("market.mt_doc_reviewwords", PartReview.StreamOf(new(part))), x =>
            !x.Contains("Bytes", StringComparison.Ordinal));
        await Shop.Eventually(() => Destroyed(order, PartReview.StreamOf(new(part))), x => x == 2);
        await PutBack("market.mt_doc_deliverydetails", backup);
        await PutBack("market.mt_doc_reviewwords", words);
        Assert.Equal(JsonValueKind.Null, (await buyer.OrderPage(placed)).GetProperty("recipient").ValueKind);
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var keys = market.Services.GetRequiredService<IKeyStore>();
        var review = (await session.ReviewsTo(keys, maker, 1, Now)).Items.Single();
        Assert.Equal((5, ""), (review.Stars, review.Words));
        Assert.Equal((409, "erased"), await Refused(_asker, $"orders/{order}/erasure", new { reason = "asked" }));
        buyer.Dispose();
    }

    [Fact]
    public async Task the_office_does_it_on_its_pages()
    {
        using var desk = new OfficePages(market);
        var (person, name) = (await Participant("Inaq Halaman"), "Inaq Halaman");
        await desk.Office.Open($"/kantor/peserta/{person.Value}");
        await desk.Office.Open(desk.Office.Find("erase").GetAttribute("href")!);
        await desk.Office.Send("submit", ("reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Office.Status);
        await desk.Office.Send("submit", ("reason", "asked"), ("words", "Lewat telepon"));
        Assert.Equal("/kantor/penghapusan", desk.Office.Path);
        Assert.Null(desk.Office.Page.QuerySelector("[data-test=problem]"));
        Assert.Null(Card(desk.Office, name).QuerySelector("[data-test=agree]"));
        using var operators = new Reader(market, "operator");
        await operators.Open("/kantor/penghapusan");
        var card = Card(operators, name);
        Assert.Contains("Orangnya sendiri meminta", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lewat telepon", card.TextContent, StringComparison.Ordinal);
        Assert.NotNull(card.QuerySelector("[data-test=agree]"));
        await Done(_second, $"erasures/{card.GetAttribute("data-erasure")}/confirmation");
        await Shop.Eventually(async () => (await desk.Office.Open($"/kantor/peserta/{person.Value}")).Body!.TextContent, x =>
            !x.Contains(name, StringComparison.Ordinal));
        Assert.Null(desk.Office.Page.QuerySelector("[data-test=erase]"));
    }

    private static AngleSharp.Dom.IElement Card(Reader reader, string name) =>
        reader.Page.QuerySelectorAll("[data-test=erasure]").Single(x => x.TextContent.Contains(name, StringComparison.Ordinal));

    private async Task<PersonId> Participant(string name)
    {
        var details = Villagers.Inaq(name);
        var reply = await _asker.PostAsJsonAsync("/api/v1/participants",
            new
            {
                name, nik = details.Nik, birthDate = "1990-08-17", sex = "f", villageCode = Regions.Semoyang.Value,
                registers = Array.Empty<object>()
            }, Now);
        return new((await reply.Json()).GetProperty("id").GetGuid());
    }

    private static object Order(ProductId product) => new
    {
        buyer = new { name = "Lalu Hilang", phone = "081234567891", email = "lalu.hilang@example.com" },
        shipTo = new { address = "Jalan Hilang 1", regionCode = "52.71" },
        lines = new[] { new { productId = product.Value, quantity = 1 } }, payment = "cod",
    };

    private async Task<Guid> Asked(string what, string reason = "asked", string? words = null, string? key = null)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post,
            $"/api/v1/{what}/erasure")
            { Content = JsonContent.Create(new { reason, words }) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var reply = await _asker.SendAsync(request, Now);
        Assert.True(reply.StatusCode == HttpStatusCode.Created, await reply.Content.ReadAsStringAsync(Now));
        return (await reply.Json()).GetProperty("id").GetGuid();
    }

    private static async Task Done(HttpClient who, string path)
    {
        using var reply = await who.PostAsync($"/api/v1/{path}", null, Now);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync(Now));
    }

    private static async Task<(int Status, string? Code)> Refused(HttpClient who, string path, object? body = null) =>
        await Code(await who.PostAsJsonAsync($"/api/v1/{path}", body ?? new { }, Now));

    private static async Task<(int, string?)> Code(HttpResponseMessage reply) =>
        ((int)reply.StatusCode, reply.IsSuccessStatusCode ? null : (await reply.Json()).GetProperty("code").GetString());

    private async Task<JsonElement> Row(Guid id)
    {
        for (var page = 1; ; page++)
        {
            var list = await _asker.GetFromJsonAsync<JsonElement>($"/api/v1/erasures?page={page}", Now);
            foreach (var row in list.GetProperty("items").EnumerateArray())
                if (row.GetProperty("id").GetGuid() == id) return row;
            Assert.True(list.GetProperty("items").GetArrayLength() > 0, "The request is in no page of the list.");
        }
    }

    private async Task<IReadOnlyCollection<string>> Names(PersonId person)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return [.. (await PersonNames.Of(session, market.Services.GetRequiredService<IKeyStore>(), [person], Now)).Values];
    }

    private Task<long> Destroyed(params Guid[] subjects) =>
        Ask<long>("select count(*) from keys.subject_keys where subject = any($1) and wrapped is null", subjects);

    private Task<string> Rows(string table, Guid id) =>
        Ask<string>($"select coalesce(jsonb_agg(to_jsonb(t))::text, '') from {table} as t where t.id = $1", id);

    private Task<long> PutBack(string table, string rows) =>
        Ask<long>($"with back as (insert into {table} select * from jsonb_populate_recordset(null::{table}, $1::text::jsonb) "
        + "on conflict (id) do update set data = excluded.data returning 1) select count(*) from back", rows);

    private async Task<T> Ask<T>(string sql, object value)
    {
        await using var database = NpgsqlDataSource.Create(market.ConnectionString);
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = value });
        return (T)(await command.ExecuteScalarAsync(Now))!;
    }

    private async Task<IReadOnlyList<string>> TablesWith(params string[] words)
    {
        await using var database = NpgsqlDataSource.Create(market.ConnectionString);
        var (found, tables) = (new List<string>(), new List<string>());
        await using (var command = database.CreateCommand("select format('%I.%I', schemaname, tablename) from pg_tables where "
            + "schemaname !~ '^(pg_|information)'"))
        await using (var reader = await command.ExecuteReaderAsync(Now))
            while (await reader.ReadAsync(Now)) tables.Add(reader.GetString(0));
        foreach (var table in tables)
            foreach (var word in words)
            {
                await using var look =
                    database.CreateCommand($"select count(*) from {table} t where t::text like '%' || $1 || '%'");
                look.Parameters.Add(new() { Value = word });
                if ((long)(await look.ExecuteScalarAsync(Now))! > 0) found.Add(table);
            }

        return found;
    }

    public void Dispose()
    {
        _asker.Dispose();
        _second.Dispose();
    }
}
