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
    public async Task a_crash_between_the_file_and_the_place_leaves_neither()
    {
        var (nik, name) = Somebody();
        var register = $"Uji {Guid.NewGuid():N}";
        object[] registers = [new { register, source = "Bappeda NTB", asOf = "2022-10-01" }];
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        await using (var trouble = source.CreateCommand($"""
            create function crashes() returns trigger language plpgsql as $$ begin raise exception 'crashed'; end $$;
            create trigger crashes before insert on market.mt_events for each row
                when (new.data::text like '%{register}%') execute function crashes();
            """)) await trouble.ExecuteNonQueryAsync(Stop);
        Assert.Equal(HttpStatusCode.InternalServerError, (await Register(nik, name, registers: registers)).StatusCode);
        await using (var over = source.CreateCommand("drop trigger crashes on market.mt_events"))
            await over.ExecuteNonQueryAsync(Stop);
        var hash = PersonHashes.Of(new(name, nik, new(1990, 1, 1), "f", null, Regions.Semoyang),
            market.Services.GetRequiredService<MasterKey>()).Nik;
        await using var files =
            source.CreateCommand($"select count(*) from people.mt_doc_personfile where data ->> 'NikHash' = '{hash}'");
        Assert.Equal(0L, await files.ExecuteScalarAsync(Stop));

        Assert.Equal(HttpStatusCode.Created, (await Register(nik, name, registers: registers)).StatusCode);
        Assert.Equal(1L, await files.ExecuteScalarAsync(Stop));
    }

    [Fact]
    public async Task two_desks_that_register_one_person_at_once_make_one_participant()
    {
        var (nik, name) = Somebody();
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Register(nik, name)));
        Assert.Single(replies, x => x.StatusCode == HttpStatusCode.Created);
        Assert.Equal(7, replies.Count(x => x.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task what_the_programme_refuses_leaves_no_file_behind()
    {
        var (nik, name) = Somebody();
        Assert.Equal("unknown_village",
            await Field.Code(await Register(nik, name, village: "51.01.01.2001"), HttpStatusCode.UnprocessableEntity));
        Assert.Equal("register_incomplete", await Field.Code(
            await Register(nik, name, registers: [new { register = "P3KE" }]), HttpStatusCode.UnprocessableEntity));
        Assert.Equal(HttpStatusCode.Created, (await Register(nik, name)).StatusCode);
    }

    [Theory]
    [InlineData("52.99.99.9999")]
    [InlineData("52.02.06.9999")]
    [InlineData("52.00.00.0000")]
    public async Task a_village_that_no_list_names_was_taken_as_home(string village)
    {
        var (nik, name) = Somebody();
        Assert.Equal("unknown_village",
            await Field.Code(await Register(nik, name, village: village), HttpStatusCode.UnprocessableEntity));
        var rejected = (await Import($"name;nik;birthDate;sex;villageCode\n{name};{nik};1990-01-01;P;{village}\n"))
            .GetProperty("rejected");
        Assert.Equal("unknown_village", Assert.Single(rejected.EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal("unknown_village", await Field.Code(await _field.Office.PostAsJsonAsync("/api/v1/batches", new
        {
            programmeId = await _field.Programme(), name = "Angkatan 4", skill = "kerajinan", mode = "onTheSpot",
            villageCode = village, startsOn = "2026-07-08", endsOn = "2026-07-12",
        }, Stop), HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task a_village_of_a_district_whose_list_nobody_has_imported_is_taken_as_home()
    {
        var (nik, name) = Somebody();
        Assert.Equal(HttpStatusCode.Created, (await Register(nik, name, village: "52.71.01.1001")).StatusCode);
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
        var second = PersonHashes.Of(new(two.Name, two.Nik, new(1990, 1, 1), "f", null, Regions.Semoyang),
            market.Services.GetRequiredService<MasterKey>());
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        await using (var trouble = source.CreateCommand($"""
            create function breaks_off() returns trigger language plpgsql as $$ begin raise exception 'broke off'; end $$;
            create trigger breaks_off before insert on people.mt_doc_personfile for each row
                when (new.data ->> 'NikHash' = '{second.Nik}') execute function breaks_off();
            """)) await trouble.ExecuteNonQueryAsync(Stop);
        var key = Guid.NewGuid().ToString();
        Assert.Equal(HttpStatusCode.InternalServerError, (await Send(csv, "Bappeda NTB", key)).StatusCode);
        await using (var over = source.CreateCommand("drop trigger breaks_off on people.mt_doc_personfile"))
            await over.ExecuteNonQueryAsync(Stop);

        Assert.Equal((2, 1, 0), Counts(await Field.Ok(await Send(csv, "Bappeda NTB", key))));
    }

    [Fact]
    public async Task a_file_that_is_no_list_is_refused()
    {
        Assert.Equal("columns_missing",
            await Field.Code(await Send("a,b\n1,2", "Bappeda NTB"), HttpStatusCode.UnprocessableEntity));
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
            await using var scan =
                source.CreateCommand($"select count(*) from {table} where data::text like '%{nik}%' or data::text like "
                + $"'%{name}%'");
            Assert.Equal(0L, await scan.ExecuteScalarAsync(Stop));
        }
    }

    [Theory]
    [InlineData("Amaq \"Lok", "", "row_damaged")]
    [InlineData("\"Amaq Lok", "", "row_damaged")]
    [InlineData("\"Amaq\" Lok", "", "row_damaged")]
    [InlineData("Amaq Lok", "\"0899 0001", "row_damaged")]
    [InlineData("Amaq\0Lok", "", "row_damaged")]
    public async Task a_stray_quote_swallowed_the_rows_behind_it(string damaged, string phone, string code)
    {
        var people = Enumerable.Range(0, 4).Select(_ => Somebody()).ToArray();
        var csv = $"""
            name;nik;birthDate;sex;villageCode;phone
            {people[0].Name};{people[0].Nik};1990-01-01;P;52.02.06.2003;
            {damaged};{people[1].Nik};1990-01-01;P;52.02.06.2003;{phone}
            {people[2].Name};{people[2].Nik};1990-01-01;P;52.02.06.2003;
            {people[3].Name};{people[3].Nik};1990-01-01;P;52.02.06.2003;
            """;
        var reply = await Import(csv);
        Assert.Equal((3, 0, 0), Counts(reply));
        var rejected = Assert.Single(reply.GetProperty("rejected").EnumerateArray());
        Assert.Equal((3, code), (rejected.GetProperty("row").GetInt32(), rejected.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task every_row_of_a_list_has_one_outcome_and_the_counts_add_up()
    {
        var people = Enumerable.Range(0, 5).Select(_ => Somebody()).ToArray();
        string Line(int who, string village = "52.02.06.2003") => $"{people[who].Name};{people[who].Nik};1990-01-01;P;{village}";
        var first = await Import(
            $"name;nik;birthDate;sex;villageCode\n{Line(0)}\n\"{Line(1)}\n{Line(2)}\n{Line(0)}\n;;;;\n"
            + $"{Line(3, "52.99.99.9999")}\n\n{Line(4)};too;many;cells\n");
        Assert.Equal((3, 0, 1), Counts(first));
        Assert.Equal([(3, "row_damaged"), (6, "unknown_village"), (7, "unknown_village")], Rejected(first));
        Assert.Equal(7, first.GetProperty("rows").GetInt32());
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("windows-1252", false)]
    public async Task a_list_is_read_in_the_encoding_that_the_office_saved_it_in(string encoding, bool marked)
    {
        var (nik, name) = Somebody();
        var text = $"nama;nik;tanggal lahir;jenis kelamin;kode desa\r\n{name} André;{nik};01/01/1990;P;52.02.06.2003\r\n";
        var coding = encoding == "windows-1252" ? System.Text.Encoding.Latin1 : System.Text.Encoding.GetEncoding(encoding);
        byte[] file = [.. marked ? coding.GetPreamble() : [], .. coding.GetBytes(text)];
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(file), "file", "daftar.csv" }, { new StringContent("2022-10-01"), "asOf" },
            { new StringContent("Bappeda NTB"), "source" },
        };
        Assert.Equal((1, 0, 0), Counts(await Field.Ok(await _field.Office.PostAsync("/api/v1/participants/import", form, Stop))));
        var found = PersonHashes.Of(new($"{name} André", nik, new(1990, 1, 1), "f", null, Regions.Semoyang),
            market.Services.GetRequiredService<MasterKey>());
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        await using var count =
            source.CreateCommand($"select count(*) from people.mt_doc_personfile where data ->> 'NameHash' = '{found.Name}' "
            + $"and data ->> 'NikHash' = '{found.Nik}'");
        Assert.Equal(1L, await count.ExecuteScalarAsync(Stop));
    }

    private static (int, string)[] Rejected(JsonElement reply) => [.. reply.GetProperty("rejected").EnumerateArray()
        .Select(x => (x.GetProperty("row").GetInt32(), x.GetProperty("code").GetString()!))];

    private static (string Nik, string Name) Somebody() => (Villagers.Inaq("Inaq").Nik, $"Inaq {Guid.NewGuid():N}");

    private Task<HttpResponseMessage> Register(string nik, string name, string sex = "f", string village = "52.02.06.2003",
        object[]? registers = null) =>
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
        var form = new MultipartFormDataContent { { new StringContent(csv), "file", "daftar.csv" },
            { new StringContent("2022-10-01"), "asOf" } };
        if (source is not null) form.Add(new StringContent(source), "source");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/participants/import") { Content = form };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await _field.Office.SendAsync(request, Stop);
    }

    private static (int, int, int) Counts(JsonElement reply) => (reply.GetProperty("imported").GetInt32(),
        reply.GetProperty("unchanged").GetInt32(), reply.GetProperty("duplicates").GetInt32());

    public void Dispose() => _field.Dispose();
}
