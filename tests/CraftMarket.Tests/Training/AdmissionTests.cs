using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.People.Persons;
using CraftMarket.Tests.People;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wolverine;

namespace CraftMarket.Tests.Training;

public sealed class AdmissionTests(RunningMarket market) : IDisposable
{
    private readonly Field _field = new(market);
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_same_person_is_registered_once()
    {
        var (nik, name) = Somebody();
        var first = await Register(nik, name);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        var id = (await Field.Ok(first)).GetProperty("id").GetGuid();
        var second = await Register(nik, name);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var problem = await second.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(("duplicate", id), (problem.GetProperty("code").GetString(), problem.GetProperty("id").GetGuid()));
    }

    [Fact]
    public async Task somebody_whose_file_was_opened_before_a_crash_becomes_a_participant_when_asked_again()
    {
        var (nik, name) = Somebody();
        var person = new PersonId(Guid.CreateVersion7());
        await using (var scope = market.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync<Answer?>(new OpenPersonFile(person,
                new(name, nik, new(1990, 1, 1), "f", null, Regions.Semoyang)), Stop);
        var reply = await Register(nik, name);
        Assert.Equal(HttpStatusCode.Created, reply.StatusCode);
        Assert.Equal(person.Value, (await Field.Ok(reply)).GetProperty("id").GetGuid());
        Assert.Equal("duplicate", await Field.Code(await Register(nik, name), HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task what_the_programme_refuses_leaves_no_file_behind()
    {
        var (nik, name) = Somebody();
        Assert.Equal("unknown_village", await Field.Code(await Register(nik, name, village: "51.01.01.2001"), HttpStatusCode.UnprocessableEntity));
        Assert.Equal("register_incomplete", await Field.Code(
            await Register(nik, name, registers: [new { register = "P3KE" }]), HttpStatusCode.UnprocessableEntity));
        Assert.Equal(HttpStatusCode.Created, (await Register(nik, name)).StatusCode);
    }

    [Theory]
    [InlineData("P")]
    [InlineData("female")]
    [InlineData("f")]
    public async Task sex_is_understood_as_cards_and_programs_write_it(string sex)
    {
        var (nik, name) = Somebody();
        Assert.Equal(HttpStatusCode.Created, (await Register(nik, name, sex)).StatusCode);
    }

    [Fact]
    public async Task a_list_read_twice_changes_nothing()
    {
        var (one, two) = (Somebody(), Somebody());
        var csv = $"""
            name;nik;birthDate;sex;villageCode;phone;register;asOf;decile
            {one.Name};{one.Nik};1990-01-01;P;52.02.06.2003;;P3KE/PKH;2022-10-01;1
            {two.Name};{two.Nik};01/01/1990;P;52.02.06.2004;;;;
            {one.Name};{one.Nik};1990-01-01;P;52.02.06.2003;;;;
            Amaq Salah;123;1990-01-01;L;52.02.06.2003;;;;
            Amaq Jauh;{Somebody().Nik};1990-01-01;P;31.01.01.2001;;;;
            """;
        var first = await Import(csv);
        Assert.Equal((2, 0, 1), Counts(first));
        Assert.Equal([(5, "invalid_nik"), (6, "unknown_village")], first.GetProperty("rejected").EnumerateArray()
            .Select(x => (x.GetProperty("row").GetInt32(), x.GetProperty("code").GetString()!)).ToArray());
        Assert.Equal((0, 2, 1), Counts(await Import(csv)));
        // Another file with the same people: nobody comes in twice.
        Assert.Equal((0, 0, 3), Counts(await Import(csv + "\n\n")));
    }

    [Fact]
    public async Task a_list_that_broke_off_goes_on_with_everybody_who_is_still_missing()
    {
        var (one, two, three) = (Somebody(), Somebody(), Somebody());
        var csv = $"""
            name;nik;birthDate;sex;villageCode
            {one.Name};{one.Nik};1990-01-01;P;52.02.06.2003
            {two.Name};{two.Nik};1990-01-01;P;52.02.06.2003
            {three.Name};{three.Nik};1990-01-01;P;52.02.06.2003
            """;
        var second = PersonHashes.Of(new(two.Name, two.Nik, new(1990, 1, 1), "f", null, Regions.Semoyang), market.Services.GetRequiredService<MasterKey>());
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        await using (var trouble = source.CreateCommand($"""
            create function breaks_off() returns trigger language plpgsql as $$ begin raise exception 'broke off'; end $$;
            create trigger breaks_off before insert on people.mt_doc_personfile for each row
                when (new.data ->> 'NikHash' = '{second.Nik}') execute function breaks_off();
            """)) await trouble.ExecuteNonQueryAsync(Stop);
        var key = Guid.NewGuid().ToString();
        Assert.Equal(HttpStatusCode.InternalServerError, (await Send(csv, "Bappeda NTB", key)).StatusCode);
        await using (var over = source.CreateCommand("drop trigger breaks_off on people.mt_doc_personfile")) await over.ExecuteNonQueryAsync(Stop);

        Assert.Equal((2, 1, 0), Counts(await Field.Ok(await Send(csv, "Bappeda NTB", key))));
    }

    [Fact]
    public async Task a_file_that_is_no_list_is_refused()
    {
        Assert.Equal("columns_missing", await Field.Code(await Send("a,b\n1,2", "Bappeda NTB"), HttpStatusCode.UnprocessableEntity));
        Assert.Equal("register_incomplete", await Field.Code(await Send("name,nik", null), HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task a_graduate_becomes_an_artisan_with_a_link_and_stays_the_same_artisan()
    {
        var (nik, name) = Somebody();
        var person = (await Field.Ok(await Register(nik, name))).GetProperty("id").GetGuid();
        var login = $"{Guid.NewGuid():N}@contoh.test";
        Assert.Equal("not_completed", await Field.Code(await Welcome(person, login), HttpStatusCode.Conflict));
        await Field.Ok(await _field.Companion.PostAsJsonAsync($"/api/v1/participants/{person}/verifications",
            new { outcome = "valid", visitedOn = Field.Day(Field.VisitedOn) }, Stop));
        var batch = await _field.Batch();
        await Field.Ok(await _field.Enrol(batch, person));
        await Field.Ok(await _field.Complete(batch, person));
        var first = await Welcome(person, login);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        var welcomed = await Field.Ok(first);
        Assert.StartsWith($"{market.Address}undangan/", welcomed.GetProperty("invitation").GetString(), StringComparison.Ordinal);
        var again = await Field.Ok(await Welcome(person, login));
        Assert.Equal(welcomed.GetProperty("artisanId").GetGuid(), again.GetProperty("artisanId").GetGuid());
        Assert.Equal("not_found", await Field.Code(await Welcome(Guid.NewGuid(), login), HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task no_name_and_no_identity_number_is_in_any_event_or_message()
    {
        var (nik, name) = Somebody();
        await Field.Ok(await Register(nik, name));
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        foreach (var table in new[] { "market.mt_events", "market.mt_doc_participant" })
        {
            await using var scan = source.CreateCommand($"select count(*) from {table} where data::text like '%{nik}%' or data::text like '%{name}%'");
            Assert.Equal(0L, await scan.ExecuteScalarAsync(Stop));
        }
    }

    private static (string Nik, string Name) Somebody() => (Villagers.Inaq("Inaq").Nik, $"Inaq {Guid.NewGuid():N}");

    private Task<HttpResponseMessage> Register(string nik, string name, string sex = "f", string village = "52.02.06.2003", object[]? registers = null) =>
        _field.Office.PostAsJsonAsync("/api/v1/participants", new
        {
            name, nik, birthDate = "1990-01-01", sex, villageCode = village,
            registers = registers ?? [new { register = "P3KE", source = "Bappeda NTB", asOf = "2022-10-01", decile = 1 }],
        }, Stop);

    private Task<HttpResponseMessage> Welcome(Guid person, string login) =>
        _field.Office.PostAsJsonAsync($"/api/v1/participants/{person}/artisan", new { login }, Stop);

    private async Task<JsonElement> Import(string csv) => await Field.Ok(await Send(csv, "Bappeda NTB"));

    private async Task<HttpResponseMessage> Send(string csv, string? source, string? key = null)
    {
        var form = new MultipartFormDataContent { { new StringContent(csv), "file", "daftar.csv" }, { new StringContent("2022-10-01"), "asOf" } };
        if (source is not null) form.Add(new StringContent(source), "source");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/participants/import") { Content = form };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await _field.Office.SendAsync(request, Stop);
    }

    private static (int, int, int) Counts(JsonElement reply) => (reply.GetProperty("imported").GetInt32(),
        reply.GetProperty("unchanged").GetInt32(), reply.GetProperty("duplicates").GetInt32());

    public void Dispose() => _field.Dispose();
}
