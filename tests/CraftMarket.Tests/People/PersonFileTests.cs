using CraftMarket.Kernel;
using CraftMarket.People.Persons;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.People;

public sealed class PersonFileTests(RunningMarket market)
{
    private readonly IDocumentStore _store = market.Services.GetRequiredService<IDocumentStore>();
    private readonly IKeyStore _keys = market.Services.GetRequiredService<IKeyStore>();

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task of_twenty_desks_that_register_one_identity_number_one_succeeds_and_the_others_learn_the_id()
    {
        var details = Villagers.Inaq("Inaq Sahnun Dua Puluh");
        var ids = Enumerable.Range(0, 20).Select(_ => new PersonId(Guid.CreateVersion7())).ToArray();
        var answers = await Task.WhenAll(ids.Select(id => market.Send(new OpenPersonFile(id, details))));
        var winner = ids[Array.FindIndex(answers, x => x is Done)];
        Assert.Single(answers, x => x is Done);
        Assert.All(answers.OfType<Refusal>(), refusal =>
        {
            Assert.Equal("duplicate", refusal.Code);
            Assert.Equal(winner.Value, refusal.Details["id"]);
        });
    }

    [Fact]
    public async Task registering_the_same_person_again_changes_nothing()
    {
        var details = Villagers.Inaq("Inaq Rukiah");
        var person = await market.Registered(details);
        Assert.IsType<Done>(await market.Send(new OpenPersonFile(person, details)));
    }

    [Fact]
    public async Task the_same_name_birth_date_and_village_is_a_duplicate_until_a_reason_is_given()
    {
        var first = await market.Registered(Villagers.Inaq("Baiq Nur'aini"));
        var other = new OpenPersonFile(new(Guid.CreateVersion7()), Villagers.Inaq("BAIQ  NURAINI"));
        var refusal = Assert.IsType<Refusal>(await market.Send(other));
        Assert.Equal(("duplicate", first.Value), (refusal.Code, refusal.Details["id"]));
        Assert.IsType<Done>(await market.Send(other with { OverrideReason = "Saudara sepupu, sudah dicek" }));
    }

    [Fact]
    public async Task names_are_given_for_a_list_and_a_look_at_the_details_is_written_down()
    {
        var person = await market.Registered(Villagers.Inaq("Inaq Mahnim", "0812 5550 2201"));
        await using var session = _store.LightweightSession();
        Assert.Equal("Inaq Mahnim", (await PersonNames.Of(session, _keys, [person, new(Guid.NewGuid())], Now)).Single().Value);
        var details = await PersonFiles.ReadAsync(session, _keys, person, "account-7", "verification",
            DateTimeOffset.UnixEpoch, Now);
        Assert.Equal("+6281255502201", details!.Phone);
        var entry = Assert.Single(await PersonFiles.ReadersOf(session, person, Now));
        Assert.Equal(("account-7", "verification", DateTimeOffset.UnixEpoch), (entry.Reader, entry.Purpose, entry.At));
    }
}
