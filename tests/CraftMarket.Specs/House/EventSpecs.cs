using System.Text.Json;
using System.Text.Json.Nodes;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Operating;
using JasperFx.Events;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Specs.House;

/// <summary>
/// What was ever recorded must load for ever. events.golden lists every event with its fields, fixtures/ holds one of each as
/// stored. After a conscious change run the specs once with ACCEPT_EVENTS=1; it never rewrites a fixture that is there.
/// </summary>
public sealed class EventSpecs
{
    private static readonly string Here = Path.Combine(Repository.Root, "tests/CraftMarket.Specs/House");
    private static readonly string Golden = Path.Combine(Here, "events.golden");
    private static readonly bool Accept = Environment.GetEnvironmentVariable("ACCEPT_EVENTS") == "1";
    private static readonly IDocumentStore Store = MarketApplication.Create([], null, new Dictionary<string, string?>
    {
        ["environment"] = "Development",
        ["ConnectionStrings:Market"] = "Host=localhost;Database=nowhere",
    }).Services.GetRequiredService<IDocumentStore>();

    [Fact]
    public void every_event_is_in_the_golden_list_with_its_fields()
    {
        var now = string.Concat(Events.Select(x => $"{x.EventTypeName}: {EventShape.Of(x.EventType)}\n"));
        if (Accept) File.WriteAllText(Golden, now);
        string[] agreed = File.Exists(Golden) ? File.ReadAllLines(Golden) : [];
        string[] lines = now.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var difference = agreed.Except(lines).Select(x => $"- {x}").Concat(lines.Except(agreed).Select(x => $"+ {x}"));
        Assert.True(agreed.SequenceEqual(lines),
            "Events changed. Old ones must still load. If you mean it, run with ACCEPT_EVENTS=1.\n"
            + string.Join('\n', difference));
    }

    [Fact]
    public void every_event_ever_recorded_still_loads_and_loses_nothing()
    {
        foreach (var e in Events.Where(_ => Accept)) Write(e);
        var fixtures = Directory.EnumerateFiles(Path.Combine(Here, "fixtures"), "*.json").ToList();
        var known = Events.ToDictionary(x => x.EventTypeName, x => x.EventType);
        foreach (var fixture in fixtures)
        {
            var alias = Path.GetFileName(fixture).Split('.')[0];
            Assert.True(known.TryGetValue(alias, out var type), $"'{alias}' was recorded once and is not known any more.");
            using var stream = File.OpenRead(fixture);
            var loaded = Store.Options.Serializer().FromJson(type, stream);
            var again = JsonNode.Parse(Store.Options.Serializer().ToJson(loaded))!.AsObject();
            foreach (var (name, value) in JsonNode.Parse(File.ReadAllText(fixture))!.AsObject())
                Assert.True(JsonNode.DeepEquals(value, again[name]),
                    $"{alias}.{name} was {value?.ToJsonString()} and loads as {again[name]?.ToJsonString()}.");
        }

        Assert.Empty(known.Keys.Except(fixtures.Select(x => Path.GetFileName(x).Split('.')[0])));
    }

    /// <summary>The database holds every event against the kind of its stream, and knows the kinds from the states.</summary>
    [Fact]
    public void every_event_makes_the_state_of_some_stream() =>
        Assert.Empty(Events.Select(x => x.EventTypeName).Except(StreamKinds.Of(Store).Select(x => x.Event)));

    [Fact]
    public void no_event_has_a_field_for_somebodys_name_number_or_address()
    {
        string[] personal = ["Nik", "Phone", "Email", "Address", "BirthDate", "FullName", "BuyerName", "PersonName", "Household",
            "Password"];
        var found = Events.SelectMany(x => x.EventType.GetProperties().Where(p => personal.Contains(p.Name))
            .Select(p => $"{x.EventTypeName}.{p.Name}"));
        Assert.Empty(found);
    }

    private static List<IEventType> Events => [.. Store.Options.Events.AllKnownEventTypes()
        .Where(x => x.EventType.Assembly.GetName().Name!.StartsWith("CraftMarket.", StringComparison.Ordinal))
        .OrderBy(x => x.EventTypeName, StringComparer.Ordinal)];

    private static void Write(IEventType e)
    {
        var file = Path.Combine(Here, "fixtures", $"{e.EventTypeName}.json");
        if (File.Exists(file)) return;
        var json = JsonNode.Parse(Store.Options.Serializer().ToJson(EventShape.Sample(e.EventType)));
        File.WriteAllText(file, json!.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
    }
}
