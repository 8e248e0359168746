using CraftMarket.Catalogue;
using CraftMarket.Income;
using CraftMarket.Kernel;
using CraftMarket.Ordering;
using CraftMarket.People.Contact;
using CraftMarket.People.Persons;
using CraftMarket.Training.Participants;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CraftMarket.Tests.People;

/// <summary>Keys lie apart from what they open, so that a destroyed key is missing in every backup of the data too.</summary>
public sealed class KeyStoreTests(RunningMarket market)
{
    private readonly MasterKey _master = market.Services.GetRequiredService<MasterKey>();
    private readonly IKeyStore _keys = market.Services.GetRequiredService<IKeyStore>();

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_comes_back_with_a_backup_of_the_data_stays_unreadable_after_erasing()
    {
        var person = await market.Registered(Villagers.Inaq("Inaq Kembali", "081255504411"));
        Assert.IsType<Done>(await market.Send(new ShareContact(person, "081255504411")));
        var backup = await Rows("people.mt_doc_personfile", person);
        Assert.Equal("Inaq Kembali", (await Names(person)).Single());

        Assert.IsType<Done>(await market.Send(new ErasePerson(person)));
        await Shop.Eventually(() => Scalar("select wrapped is null from keys.subject_keys where subject = $1", person), x =>
            x is true);
        await Run($"insert into people.mt_doc_personfile select * from "
            + $"jsonb_populate_recordset(null::people.mt_doc_personfile, $1::text::jsonb)", backup);

        await using var session = Session();
        Assert.NotNull(await session.LoadAsync<PersonFile>((object)person, Now));
        Assert.Empty(await Names(person));
        Assert.Null(await PersonFiles.ReadAsync(session, _keys, person, "account", "curiosity", DateTimeOffset.UnixEpoch, Now));
        Assert.Equal("erased",
            Assert.IsType<Refusal>(await market.Send(new OpenPersonFile(person, Villagers.Inaq("Inaq Kembali")))).Code);
    }

    [Fact]
    public async Task no_row_holds_the_key_that_opens_it()
    {
        var person = await market.Registered(Villagers.Inaq("Inaq Terpisah"));
        Assert.DoesNotContain("MasterKeyId", await Rows("people.mt_doc_personfile", person), StringComparison.Ordinal);
        Assert.Equal(true, await Scalar("select wrapped is not null from keys.subject_keys where subject = $1", person));
    }

    [Fact]
    public async Task rows_of_the_old_shape_are_read_and_their_keys_move_out_at_set_up()
    {
        var (person, order, review, maker) = (new PersonId(Guid.CreateVersion7()), new OrderId(Guid.CreateVersion7()),
            Guid.CreateVersion7(), new ArtisanId(Guid.CreateVersion7()));
        var (own, note, sold, words) = (_master.NewKey(), _master.NewKey(), _master.NewKey(), _master.NewKey());
        var details = Villagers.Inaq("Inaq Lama");
        await Store(
            new PersonFile(person, _master.Seal(own, new { Details = details }), $"{Guid.NewGuid()}", $"{Guid.NewGuid()}", false,
                DateTimeOffset.UnixEpoch, own), new ShopContact(person, _master.Seal(own, "+6281255504412")),
            new VerificationNote(Guid.CreateVersion7(), person, new(2026, 11, 20),
                _master.Seal(note, "Rumahnya di belakang masjid"), note),
            new HouseholdRoster(Guid.CreateVersion7(), person, LocalMonth.Of(DateTimeOffset.UnixEpoch),
                _master.Seal(note, new[] { new HouseholdMember(1990, true) }), note),
            new DeliveryDetails(order,
                _master.Seal(sold, new Recipient("Lalu Lama", "+628", null, "Jalan Contoh 1", Regions.Semoyang)), Key: sold),
            new ReviewWords(review, maker, _master.Seal(words, "Bagus sekali"), _master.Seal(words, "Terima kasih"), words));
        await ReadAll(person, order, review, maker);

        await MoveKeys();
        await MoveKeys();

        foreach (var table in new[] { "people.mt_doc_personfile", "market.mt_doc_verificationnote",
            "market.mt_doc_householdroster", "market.mt_doc_deliverydetails", "market.mt_doc_reviewwords" })
            Assert.Equal(0L, await Scalar($"select count(*) from {table} where jsonb_exists(data, 'Key')", person));
        await ReadAll(person, order, review, maker);
        await market.Tell(DestroyKeys.Of(person));
        await using var session = Session();
        var notes = await session.Query<VerificationNote>().Where(x => x.PersonId == person).ToListAsync(Now);
        Assert.Null(Assert.Single(notes).Read(await _keys.TakeAsync(session, [person], Now)));
        Assert.Empty(await Names(person));
    }

    [Fact]
    public async Task a_row_of_the_old_shape_that_comes_back_after_erasing_loses_its_key()
    {
        var (person, own) = (new PersonId(Guid.CreateVersion7()), _master.NewKey());
        await market.Tell(DestroyKeys.Of(person));
        await Store(new PersonFile(person, _master.Seal(own, new { Details = Villagers.Inaq("Inaq Usang") }), $"{Guid.NewGuid()}",
            $"{Guid.NewGuid()}", false, DateTimeOffset.UnixEpoch, own));
        Assert.Empty(await Names(person));
        await MoveKeys();
        Assert.DoesNotContain("MasterKeyId", await Rows("people.mt_doc_personfile", person), StringComparison.Ordinal);
    }

    [Fact]
    public async Task names_of_twenty_people_cost_no_more_statements_than_one()
    {
        var people = new List<PersonId>();
        for (var i = 0; i < 20; i++) people.Add(await market.Registered(Villagers.Inaq($"Inaq Banyak {(char)('A' + i)}")));
        var (one, _) = await RoundTrips.Count(() => Names(people[0]));
        var (many, names) = await RoundTrips.Count(() => Names([.. people]));
        Assert.Equal(20, names.Count);
        Assert.Equal((2, 2), (one, many));
    }

    [Fact]
    public async Task placing_an_order_writes_its_key_on_the_way_that_writes_the_order()
    {
        var product = await market.Sell(new(Guid.CreateVersion7()));
        using var buyer = market.Visitor();
        var (asked, reply) = await RoundTrips.Of(() => buyer.Order("cod", (product, 1)));
        Assert.True(reply.IsSuccessStatusCode);
        var keys = Assert.Single(asked, x => x.Contains("subject_keys", StringComparison.Ordinal));
        Assert.Contains("mt_quick_append_events", keys, StringComparison.Ordinal);
    }

    [Fact]
    public async Task two_who_write_the_first_thing_about_somebody_at_once_share_one_key()
    {
        for (var times = 0; times < 5; times++)
        {
            var person = new PersonId(Guid.CreateVersion7());
            Assert.IsType<Done>(await market.Send(new RegisterParticipant(person, Regions.Semoyang, [])));
            var answers = await Task.WhenAll(
                market.Send(new RecordBaseline(person, Regions.Semoyang, "2026-06", new(500_000), [new("wages", new(500_000))],
                    [new(1990, true)], "companion-1")),
                market.Send(new VerifyParticipant(person, "valid", new(2026, 11, 20), "Rumah biru", RegionCode.Parse("52"),
                    "companion-1")));
            Assert.DoesNotContain(answers, x => x is Refusal);
            await using var session = Session();
            var atHand = await _keys.TakeAsync(session, [person], Now);
            Assert.Single((await session.Query<HouseholdRoster>().SingleAsync(x => x.PersonId == person, Now)).Read(atHand)!);
            Assert.Equal("Rumah biru", (await session.Query<VerificationNote>().SingleAsync(x => x.PersonId == person, Now))
                .Read(atHand));
        }
    }

    /// <summary>Reads everything that the old shape may hold.</summary>
    private async Task ReadAll(PersonId person, OrderId order, Guid review, ArtisanId maker)
    {
        await using var session = Session();
        var atHand = await _keys.TakeAsync(session, [person, order, new Subject(review), maker], Now);
        Assert.Equal("Inaq Lama", (await Names(person)).Single());
        var file = await session.LoadAsync<PersonFile>((object)person, Now);
        Assert.Equal("+6281255504412",
            atHand.Open<string>(person, (await session.LoadAsync<ShopContact>((object)person, Now))!.Number, file!.Key));
        Assert.Equal("Rumahnya di belakang masjid",
            (await session.Query<VerificationNote>().SingleAsync(x => x.PersonId == person, Now)).Read(atHand));
        Assert.Equal([new HouseholdMember(1990, true)],
            (await session.Query<HouseholdRoster>().SingleAsync(x => x.PersonId == person, Now)).Read(atHand));
        Assert.Equal("Lalu Lama", (await session.LoadAsync<DeliveryDetails>(order.Value, Now))!.Open(atHand)!.Name);
        var words = (await session.LoadAsync<ReviewWords>(review, Now))!;
        Assert.Equal(("Bagus sekali", "Terima kasih"), (words.Said(atHand), words.Answered(atHand)));
    }

    private async Task<IReadOnlyCollection<string>> Names(params PersonId[] people)
    {
        await using var session = Session();
        return [.. (await PersonNames.Of(session, _keys, people, Now)).Values];
    }

    private async Task MoveKeys()
    {
        await using var scope = market.Services.CreateAsyncScope();
        foreach (var data in scope.ServiceProvider.GetServices<IReferenceData>().Where(x => x.GetType().Name == "KeysMoved"))
            await data.EnsureAsync(Now);
    }

    private IDocumentSession Session() => market.Services.GetRequiredService<IDocumentStore>().LightweightSession();

    private async Task Store(params object[] documents)
    {
        await using var session = Session();
        session.StoreObjects(documents);
        await session.SaveChangesAsync(Now);
    }

    private async Task<string> Rows(string table, PersonId person) =>
        (string)(await Scalar($"select coalesce(jsonb_agg(to_jsonb(t))::text, '') from {table} as t where t.data::text like "
            + $"'%' || $1::uuid::text || '%'", person))!;

    private async Task<object?> Scalar(string sql, PersonId person)
    {
        await using var database = NpgsqlDataSource.Create(market.ConnectionString);
        await using var command = database.CreateCommand(sql);
        if (sql.Contains("$1", StringComparison.Ordinal)) command.Parameters.Add(new() { Value = person.Value });
        return await command.ExecuteScalarAsync(Now);
    }

    private async Task Run(string sql, string value)
    {
        await using var database = NpgsqlDataSource.Create(market.ConnectionString);
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = value });
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Now));
    }
}
