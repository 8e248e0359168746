using System.Net.Http.Json;
using System.Net;
using CraftMarket.Kernel;
using CraftMarket.Tests.Media;
using CraftMarket.Tests.Training;
using CraftMarket.Training.Participants;
using CraftMarket.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wolverine;
namespace CraftMarket.Tests.Income;

public sealed class SalesOutsideTests(RunningMarket market) : IDisposable
{
    private readonly Field _field = new(market);
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_artisan_tells_of_a_sale_but_cannot_say_that_it_was_seen()
    {
        using var artisan = market.As("artisan", ("artisan", $"{Guid.NewGuid()}"));
        Assert.Equal(HttpStatusCode.Created, (await Tell(artisan, new { month = "2026-10", amount = 150_000, proof = "said" }))
            .StatusCode);
        Assert.Equal("proof_not_yours", await Refused(artisan, new { month = "2026-10", amount = 150_000, proof = "seen" }));
        Assert.Equal("receipt_photo_required",
            await Refused(artisan, new { soldOn = "2026-10-03", amount = 150_000, proof = "receipt" }));
        Assert.Equal("amount_invalid", await Refused(artisan, new { month = "2026-10", amount = 0, proof = "said" }));
        Assert.Equal("month_invalid", await Refused(artisan, new { amount = 150_000, proof = "said" }));
        var other = await Tell(artisan, new { artisanId = Guid.NewGuid(), month = "2026-10", amount = 150_000, proof = "said" });
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
    }

    [Fact]
    public async Task a_receipt_is_the_artisans_own_photo_and_can_be_read()
    {
        using var artisan = market.As("artisan", ("artisan", $"{Guid.NewGuid()}"));
        using var other = market.As("artisan", ("artisan", $"{Guid.NewGuid()}"));
        var own = (await artisan.Photo(SamplePhotos.Jpeg(300, 200))).GetProperty("id").GetGuid();
        var broken = (await artisan.Photo(SamplePhotos.HollowJpeg())).GetProperty("id").GetGuid();
        var anothers = (await other.Photo(SamplePhotos.Jpeg(300, 210))).GetProperty("id").GetGuid();
        foreach (var photo in new[] { anothers, broken, Guid.NewGuid() })
            Assert.Equal("unknown_photo",
                await Refused(artisan, new { soldOn = "2026-10-03", amount = 150_000, proof = "receipt", photoId = photo }));
        Assert.Equal(HttpStatusCode.Created,
            (await Tell(artisan, new { soldOn = "2026-10-03", amount = 150_000, proof = "receipt", photoId = own })).StatusCode);
    }

    [Fact]
    public async Task a_companion_tells_for_an_artisan_of_the_own_area_only_and_both_are_kept()
    {
        var artisan = await Artisan();
        var account = Guid.NewGuid().ToString();
        using var here = market.As("companion", ("area", "52.02"), ("account", account));
        using var elsewhere = market.As("companion", ("area", "52.01"));
        var sale = new { artisanId = artisan.Value, month = "2026-10", amount = 80_000, materialCost = 30_000, proof = "seen" };
        Assert.Equal(HttpStatusCode.NotFound, (await Tell(elsewhere, sale)).StatusCode);
        var id = (await Field.Ok(await Tell(here, sale))).GetProperty("id").GetGuid();
        Assert.Equal("artisan_required", await Refused(here, new { month = "2026-10", amount = 80_000, proof = "seen" }));
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        await using var read = source.CreateCommand($"select data::text from market.mt_events where stream_id = '{id}'");
        var stored = (string)(await read.ExecuteScalarAsync(Stop))!;
        Assert.Contains(account, stored, StringComparison.Ordinal);
        Assert.Contains($"{artisan.Value}", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_baseline_is_taken_in_the_own_area_and_the_household_lies_sealed()
    {
        var person = await _field.Participant();
        using var elsewhere = market.As("companion", ("area", "52.01"));
        var baseline =
            new
            {
                month = "2026-01", netIncome = 700_000, sources = new[] { new { kind = "warung", amount = 600_000 } },
                household = new[] { new { birthYear = 1967, earns = true } }
            };
        var route = $"/api/v1/participants/{person}/baseline";
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.PostAsJsonAsync(route, baseline, Stop)).StatusCode);
        var kept = await _field.Companion.PostAsJsonAsync(route, baseline, Stop);
        Assert.Equal(HttpStatusCode.Created, kept.StatusCode);
        Assert.NotEmpty((await Field.Ok(kept)).GetProperty("warning").GetString()!);
        var empty = await _field.Office.PostAsJsonAsync(route,
            new { month = "2026-01", netIncome = 700_000, household = Array.Empty<object>() }, Stop);
        Assert.Equal("household_required", await Field.Code(empty, HttpStatusCode.UnprocessableEntity));
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        await using var events =
            source.CreateCommand("select count(*) from market.mt_events where type = 'baseline_recorded' and "
            + "jsonb_path_exists(data, '$.** ? (@ == 1967)')");
        Assert.Equal(0L, await events.ExecuteScalarAsync(Stop));
        await using var rosters =
            source.CreateCommand($"select count(*) from market.mt_doc_householdroster where data ->> 'PersonId' = '{person}' "
            + $"and not jsonb_path_exists(data, '$.** ? (@ == 1967)')");
        Assert.Equal(1L, await rosters.ExecuteScalarAsync(Stop));
    }

    private async Task<ArtisanId> Artisan()
    {
        var person = await _field.VerifiedParticipant();
        var batch = await _field.Batch();
        await Field.Ok(await _field.Enrol(batch, person));
        await Field.Ok(await _field.Complete(batch, person));
        await using var scope = market.Services.CreateAsyncScope();
        var welcome = new WelcomeArtisan(new(person));
        Assert.IsType<Done>(await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync<Answer?>(welcome, Stop));
        return welcome.ArtisanId;
    }

    private static Task<HttpResponseMessage> Tell(HttpClient client, object sale) =>
        client.PostAsJsonAsync("/api/v1/sales/off-platform", sale, Stop);

    private static async Task<string?> Refused(HttpClient client, object sale) =>
        await Field.Code(await Tell(client, sale), HttpStatusCode.UnprocessableEntity);

    public void Dispose() => _field.Dispose();
}
