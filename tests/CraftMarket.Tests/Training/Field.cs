using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.Training.Participants;
using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace CraftMarket.Tests.Training;

/// <summary>Programmes, batches and verified people, made through HTTP as the office and its companions make them.</summary>
internal sealed class Field(RunningMarket market) : IDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    public HttpClient Office { get; } = market.As("staff");
    public HttpClient Companion { get; } = market.As("companion", ("area", "52"));

    /// <summary>A day on which a visit may have been made, whatever day the tests run on.</summary>
    public static DateOnly VisitedOn { get; } = LocalMonth.DayOf(TimeProvider.System.GetUtcNow()).AddDays(-20);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public async Task<Guid> Programme(string name = "Perajin Semoyang") =>
        await Made(Office, "/api/v1/programmes", new { name, organiser = "Disperin NTB", target = 480 });

    public async Task<Guid> Batch(Guid? programme = null, int? capacity = null, string skill = "kerajinan",
        string name = "Angkatan 3") =>
        await Made(Office, "/api/v1/batches", new
        {
            programmeId = programme ?? await Programme(), name, skill, mode = "inClass", venue = "UPTD Balatkop",
            startsOn = "2026-07-08", endsOn = "2026-07-12", capacity,
        });

    /// <summary>A participant without a person file, for tests of what comes after registration.</summary>
    public async Task<Guid> Participant(string village = "52.02.06.2003")
    {
        await using var scope = market.Services.CreateAsyncScope();
        var person = new PersonId(Guid.CreateVersion7());
        await scope.ServiceProvider.GetRequiredService<IMessageBus>()
            .InvokeAsync<Answer?>(new RegisterParticipant(person, RegionCode.Parse(village), []), Stop);
        return person.Value;
    }

    public async Task<Guid> VerifiedParticipant(string village = "52.02.06.2003")
    {
        var person = await Participant(village);
        await Ok(await Companion.PostAsJsonAsync($"/api/v1/participants/{person}/verifications",
            new { outcome = "valid", visitedOn = Day(VisitedOn) }, Stop));
        return person;
    }

    public Task<HttpResponseMessage> Enrol(Guid batch, Guid person) =>
        Office.PostAsJsonAsync($"/api/v1/batches/{batch}/enrolments", new { participantId = person }, Stop);

    public Task<HttpResponseMessage> Complete(Guid batch, Guid person) =>
        Office.PostAsJsonAsync($"/api/v1/batches/{batch}/completions", new { participantId = person }, Stop);

    public static async Task<JsonElement> Ok(HttpResponseMessage reply)
    {
        var text = await reply.Content.ReadAsStringAsync(Stop);
        Assert.True(reply.IsSuccessStatusCode, $"{(int)reply.StatusCode} {text}");
        return text is "" ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The code of a refusal, which must have come with that status.</summary>
    public static async Task<string?> Code(HttpResponseMessage reply, HttpStatusCode status)
    {
        Assert.Equal(status, reply.StatusCode);
        return (await reply.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString();
    }

    public void Dispose()
    {
        Office.Dispose();
        Companion.Dispose();
    }

    internal static async Task<Guid> Made(HttpClient client, string route, object body) =>
        (await Ok(await client.PostAsJsonAsync(route, body, Stop))).GetProperty("id").GetGuid();
}
