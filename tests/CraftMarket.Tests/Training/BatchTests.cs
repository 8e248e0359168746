using System.Net;
using System.Net.Http.Json;

namespace CraftMarket.Tests.Training;

public sealed class BatchTests(RunningMarket market) : IDisposable
{
    private readonly Field _field = new(market);
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("startsOn", "first_day_required")]
    [InlineData("endsOn", "last_day_required")]
    public async Task a_batch_without_its_days_is_refused_at_the_field(string missing, string code)
    {
        var batch = new Dictionary<string, object?>
        {
            ["programmeId"] = await _field.Programme(), ["name"] = "Angkatan 3", ["skill"] = "kerajinan", ["mode"] = "inClass",
            ["venue"] = "UPTD Balatkop", ["startsOn"] = "2026-07-08", ["endsOn"] = "2026-07-12",
        };
        batch.Remove(missing);
        var reply = await _field.Office.PostAsJsonAsync("/api/v1/batches", batch, Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        var problem = await Shop.Json(reply);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.True(problem.GetProperty("errors").TryGetProperty(missing, out _));
    }

    [Fact]
    public async Task of_fifty_who_want_thirty_seats_at_once_thirty_get_one()
    {
        var batch = await _field.Batch();
        var people = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _field.VerifiedParticipant()));
        var replies = await Task.WhenAll(people.Select(x => _field.Enrol(batch, x)));
        Assert.Equal(30, replies.Count(x => x.StatusCode == HttpStatusCode.Created));
        foreach (var reply in replies.Where(x => x.StatusCode != HttpStatusCode.Created))
            Assert.Equal("batch_full", await Field.Code(reply, HttpStatusCode.Conflict));
        var sheet = await Field.Ok(await _field.Office.GetAsync($"/api/v1/batches/{batch}", Stop));
        Assert.Equal(30, sheet.GetProperty("batch").GetProperty("taken").GetInt32());
        Assert.Equal(30, sheet.GetProperty("trainees").GetArrayLength());
    }

    [Fact]
    public async Task a_trainee_finishes_once_and_holds_one_certificate()
    {
        var batch = await _field.Batch(capacity: 2);
        var person = await _field.VerifiedParticipant();
        Assert.Equal("not_enrolled", await Field.Code(await _field.Complete(batch, person), HttpStatusCode.Conflict));
        await Field.Ok(await _field.Enrol(batch, person));
        Assert.Equal("already_enrolled", await Field.Code(await _field.Enrol(batch, person), HttpStatusCode.Conflict));
        var first = await _field.Complete(batch, person);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        var number = (await Field.Ok(first)).GetProperty("certificateNumber").GetString();
        var again = (await Field.Ok(await _field.Complete(batch, person))).GetProperty("certificateNumber").GetString();
        Assert.Equal(number, again);
        Assert.True(CraftMarket.Training.CertificateNumber.IsWellFormed(number));
    }

    [Fact]
    public async Task a_certificate_was_given_for_a_batch_that_had_not_begun()
    {
        var person = await _field.VerifiedParticipant();
        var tomorrow = Field.VisitedOn.AddDays(21);
        var batch = await Field.Made(_field.Office, "/api/v1/batches", new
        {
            programmeId = await _field.Programme(), name = "Angkatan esok", skill = "kerajinan", mode = "inClass",
            venue = "Balai", startsOn = Field.Day(tomorrow.AddDays(1)), endsOn = Field.Day(tomorrow.AddDays(7)),
        });
        await Field.Ok(await _field.Enrol(batch, person));
        Assert.Equal("not_started", await Field.Code(await _field.Complete(batch, person), HttpStatusCode.Conflict));
        var sheet = await Field.Ok(await _field.Office.GetAsync($"/api/v1/batches/{batch}", Stop));
        Assert.Equal(0, sheet.GetProperty("batch").GetProperty("completed").GetInt32());
    }

    [Theory]
    [InlineData("deceased")]
    [InlineData("moved")]
    public async Task a_certificate_was_given_to_somebody_recorded_as_deceased_or_moved(string outcome)
    {
        var (batch, person) = (await _field.Batch(), await _field.VerifiedParticipant());
        await Field.Ok(await _field.Enrol(batch, person));
        await Found(person, outcome);
        Assert.Equal("unavailable", await Field.Code(await _field.Complete(batch, person), HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task who_held_a_certificate_before_they_died_is_told_the_same_number_again()
    {
        var (batch, person) = (await _field.Batch(), await _field.VerifiedParticipant());
        await Field.Ok(await _field.Enrol(batch, person));
        var number = (await Field.Ok(await _field.Complete(batch, person))).GetProperty("certificateNumber").GetString();
        await Found(person, "deceased");
        Assert.Equal(number, (await Field.Ok(await _field.Complete(batch, person))).GetProperty("certificateNumber").GetString());
    }

    [Fact]
    public async Task somebody_recorded_as_deceased_was_sent_to_a_companion_for_a_visit()
    {
        var (batch, person) = (await _field.Batch(), await _field.VerifiedParticipant());
        await Found(person, "deceased");
        Assert.Equal("unavailable", await Field.Code(await _field.Enrol(batch, person), HttpStatusCode.Conflict));
    }

    private async Task Found(Guid person, string outcome) => await Field.Ok(await _field.Companion.PostAsJsonAsync(
        $"/api/v1/participants/{person}/verifications", new { outcome, visitedOn = Field.Day(Field.VisitedOn.AddDays(1)) },
        Stop));

    [Fact]
    public async Task somebody_nobody_visited_gets_no_seat()
    {
        var reply = await _field.Enrol(await _field.Batch(), await _field.Participant());
        Assert.Equal("not_verified", await Field.Code(reply, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task a_programme_counts_its_seats_and_people()
    {
        var programme = await _field.Programme("Program Hitung");
        var batch = await _field.Batch(programme, 5);
        var (one, two) = (await _field.VerifiedParticipant(), await _field.VerifiedParticipant());
        await Field.Ok(await _field.Enrol(batch, one));
        await Field.Ok(await _field.Enrol(batch, two));
        await Field.Ok(await _field.Complete(batch, one));
        var list = await Field.Ok(await _field.Office.GetAsync("/api/v1/programmes", Stop));
        var card = list.GetProperty("items").EnumerateArray().Single(x => x.GetProperty("id").GetGuid() == programme);
        Assert.Equal((480, 1, 5, 0, 2, 1), (card.GetProperty("target").GetInt32(), card.GetProperty("batches").GetInt32(),
            card.GetProperty("inClassSeats").GetInt32(), card.GetProperty("onTheSpotSeats").GetInt32(),
            card.GetProperty("enrolled").GetInt32(), card.GetProperty("completed").GetInt32()));
    }

    [Theory]
    [InlineData("unknown_programme", "0193a000-0000-7000-8000-00000000dead", "inClass", "Balai", "2026-07-12")]
    [InlineData("venue_required", null, "inClass", null, "2026-07-12")]
    [InlineData("village_required", null, "onTheSpot", "Balai", "2026-07-12")]
    [InlineData("unknown_mode", null, "daring", "Balai", "2026-07-12")]
    [InlineData("dates_out_of_order", null, "inClass", "Balai", "2026-07-01")]
    public async Task a_batch_that_makes_no_sense_is_refused(string code, string? programme, string mode, string? venue,
        string endsOn)
    {
        var programmeId = programme is null ? await _field.Programme() : Guid.Parse(programme);
        var reply = await _field.Office.PostAsJsonAsync("/api/v1/batches", new
        {
            programmeId, name = "Angkatan 9", skill = "kuliner", mode, venue, startsOn = "2026-07-08", endsOn,
        }, Stop);
        Assert.Equal(code, await Field.Code(reply, HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task an_unknown_batch_is_not_found()
    {
        Assert.Equal("not_found", await Field.Code(await _field.Enrol(Guid.NewGuid(), await _field.VerifiedParticipant()),
            HttpStatusCode.NotFound));
        Assert.Equal(HttpStatusCode.NotFound, (await _field.Office.GetAsync($"/api/v1/batches/{Guid.NewGuid()}", Stop))
            .StatusCode);
    }

    public void Dispose() => _field.Dispose();
}
