using System.Net;
using System.Net.Http.Json;
using Npgsql;

namespace CraftMarket.Tests.Training;

public sealed class VisitTests(RunningMarket market) : IDisposable
{
    private readonly Field _field = new(market);
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_companion_of_another_area_does_not_find_the_participant()
    {
        var person = await _field.Participant();
        using var elsewhere = market.As("companion", ("area", "52.01"));
        var reply = await elsewhere.PostAsJsonAsync($"/api/v1/participants/{person}/verifications",
            new { outcome = "valid", visitedOn = Field.Day(Field.VisitedOn) }, Stop);
        Assert.Equal("not_found", await Field.Code(reply, HttpStatusCode.NotFound));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/api/v1/participants/{person}", Stop)).StatusCode);
        Assert.DoesNotContain($"{person}", await elsewhere.GetStringAsync("/api/v1/worklist", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_visit_makes_the_participant_ready_and_takes_them_off_the_worklist()
    {
        using var here = market.As("companion", ("area", "52.02.06.2009"));
        var person = await _field.Participant("52.02.06.2009");
        Assert.Contains($"{person}", await here.GetStringAsync("/api/v1/worklist", Stop), StringComparison.Ordinal);
        await Field.Ok(await here.PostAsJsonAsync($"/api/v1/participants/{person}/verifications",
            new { outcome = "changed", visitedOn = Field.Day(Field.VisitedOn) }, Stop));
        var found = await Field.Ok(await here.GetAsync($"/api/v1/participants/{person}", Stop));
        Assert.Equal(("ready", "changed", Field.Day(Field.VisitedOn), Field.Day(Field.VisitedOn.AddMonths(12))),
            (found.GetProperty("standing").GetString(),
            found.GetProperty("outcome").GetString(), found.GetProperty("visitedOn").GetString(), found.GetProperty("visitDueOn")
                .GetString()));
        Assert.DoesNotContain($"{person}", await here.GetStringAsync("/api/v1/worklist", Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unknown_outcome", "baik", "2026-01-01")]
    [InlineData("visit_in_future", "valid", "2999-01-01")]
    public async Task a_visit_that_cannot_be_is_refused(string code, string outcome, string visitedOn)
    {
        var reply = await _field.Companion.PostAsJsonAsync($"/api/v1/participants/{await _field.Participant()}/verifications",
            new { outcome, visitedOn }, Stop);
        Assert.Equal(code, await Field.Code(reply, HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task a_visit_without_its_day_is_refused_at_the_field()
    {
        var reply = await _field.Companion.PostAsJsonAsync($"/api/v1/participants/{await _field.Participant()}/verifications",
            new { outcome = "valid" }, Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        var problem = await Shop.Json(reply);
        Assert.Equal("visit_day_required", problem.GetProperty("code").GetString());
        Assert.True(problem.GetProperty("errors").TryGetProperty("visitedOn", out _));
    }

    [Fact]
    public async Task what_a_companion_writes_lies_sealed_and_in_no_event()
    {
        var person = await _field.Participant();
        await Field.Ok(await _field.Companion.PostAsJsonAsync($"/api/v1/participants/{person}/verifications",
            new { outcome = "moved", visitedOn = Field.Day(Field.VisitedOn), note = "Ikut Amaq Kelamaq ke Sumbawa" }, Stop));
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        await using var notes =
            source.CreateCommand("select count(*) from market.mt_doc_verificationnote where data::text not like '%Kelamaq%'");
        Assert.True((long)(await notes.ExecuteScalarAsync(Stop))! > 0);
        await using var events = source.CreateCommand("select count(*) from market.mt_events where data::text like '%Kelamaq%'");
        Assert.Equal(0L, await events.ExecuteScalarAsync(Stop));
    }

    public void Dispose() => _field.Dispose();
}
