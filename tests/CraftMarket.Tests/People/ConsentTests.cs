using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.Tests.Training;

namespace CraftMarket.Tests.People;

/// <summary>Each of the four consents is given and taken back by the person, by the office, and by the companion of the
/// area.</summary>
public sealed class ConsentTests(RunningMarket market) : IDisposable
{
    private readonly Field _field = new(market);
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("shop")]
    [InlineData("training")]
    [InlineData("income")]
    [InlineData("contact")]
    public async Task a_consent_is_given_and_taken_back_by_whoever_may(string purpose)
    {
        var person = await market.Registered(Villagers.Inaq($"Inaq Izin {purpose}", "081255506601"));
        await market.Send(new CraftMarket.Training.Participants.RegisterParticipant(person,
            RegionCode.Parse("52.02.06.2003"), []));
        using var artisan = market.As("artisan", ("artisan", $"{Guid.NewGuid()}"), ("person", $"{person.Value}"));
        foreach (var (client, route) in new[]
        {
            (artisan, "artisans/me/consents"), (_field.Office, $"participants/{person.Value}/consents"),
            (_field.Companion, $"participants/{person.Value}/consents"),
        })
        {
            Assert.Equal(HttpStatusCode.OK, (await Put(client, $"{route}/{purpose}", true)).StatusCode);
            Assert.Equal(true, await Given(client, route, purpose));
            Assert.Equal(HttpStatusCode.OK, (await Put(client, $"{route}/{purpose}", false)).StatusCode);
            Assert.Equal(false, await Given(client, route, purpose));
        }
    }

    [Fact]
    public async Task what_was_never_asked_is_neither_yes_nor_no()
    {
        var person = await _field.Participant();
        Assert.Null(await Given(_field.Companion, $"participants/{person}/consents", "income"));
        await Put(_field.Companion, $"participants/{person}/consents/income", false);
        Assert.Equal(false, await Given(_field.Companion, $"participants/{person}/consents", "income"));
    }

    [Fact]
    public async Task a_companion_of_another_area_neither_reads_nor_changes_a_consent()
    {
        var person = await _field.Participant();
        using var elsewhere = market.As("companion", ("area", "52.01"));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/api/v1/participants/{person}/consents", Stop))
            .StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Put(elsewhere, $"participants/{person}/consents/income", true)).StatusCode);
        Assert.Null(await Given(_field.Companion, $"participants/{person}/consents", "income"));
    }

    [Fact]
    public async Task a_purpose_that_nobody_knows_or_an_answer_that_says_nothing_is_refused()
    {
        var route = $"participants/{await _field.Participant()}/consents";
        Assert.Equal("unknown_purpose",
            await Field.Code(await Put(_field.Office, $"{route}/marketing", true), HttpStatusCode.UnprocessableEntity));
        var silent = await _field.Office.PutAsJsonAsync($"/api/v1/{route}/income", new { }, Stop);
        Assert.Equal("given_missing", await Field.Code(silent, HttpStatusCode.UnprocessableEntity));
    }

    private static Task<HttpResponseMessage> Put(HttpClient client, string route, bool given) =>
        client.PutAsJsonAsync($"/api/v1/{route}", new { given }, Stop);

    private static async Task<bool?> Given(HttpClient client, string route, string purpose)
    {
        var items = (await Field.Ok(await client.GetAsync($"/api/v1/{route}", Stop))).GetProperty("items").EnumerateArray();
        var given = items.Single(x => x.GetProperty("purpose").GetString() == purpose).GetProperty("given");
        return given.ValueKind == JsonValueKind.Null ? null : given.GetBoolean();
    }

    public void Dispose() => _field.Dispose();
}
