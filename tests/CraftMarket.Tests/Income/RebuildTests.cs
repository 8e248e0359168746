using System.Text.Json;
using CraftMarket.Income;
using CraftMarket.Kernel.Facts;
using CraftMarket.Kernel;
using CraftMarket.People.Joining;
using CraftMarket.Tests.People;
using CraftMarket.Tests.Training;
using CraftMarket.Workflows;
using Marten.Events.Daemon.Coordination;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wolverine;
namespace CraftMarket.Tests.Income;

/// <summary>A rebuild empties tables that other tests look at, so it runs alone.</summary>
[CollectionDefinition(nameof(RebuildTests), DisableParallelization = true)]
[Collection(nameof(RebuildTests))]
public sealed class RebuildTests(RunningMarket market)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_is_added_up_can_be_added_up_again_to_the_same_bytes()
    {
        var (artisan, person, batch) = (new ArtisanId(Guid.NewGuid()), new PersonId(Guid.NewGuid()), new BatchId(Guid.NewGuid()));
        var today = new DateOnly(2026, 11, 22);
        await market.Happened(new TraineeEnrolled(person, batch, Regions.Semoyang),
            new TrainingCompleted(person, batch, today, "NTB-1"), new ArtisanWelcomed(artisan, person, Regions.Semoyang));
        foreach (var (amount, month) in new[] { (100_000L, 11), (250_000, 10), (75_000, 11) })
            await market.Happened(new PartDelivered(new(Guid.NewGuid()), new(Guid.NewGuid()), artisan, PaymentMethod.Card,
                new(amount), new(9_000), new(5_000), [], null, new(2026, month, 3)));
        await IncomeReportTests.Eventually(() => Month(artisan, "2026-11", 183_000));
        await IncomeReportTests.Eventually(() => Month(artisan, "2026-10", 254_000));
        var before = await Stored(artisan, person);
        Assert.Equal(4, before.Count);

        var daemon = market.Services.GetRequiredService<IProjectionCoordinator>().DaemonForMainDatabase();
        foreach (var projection in new[] { "ArtisanMonth", "Livelihood", "IncomeProgramme" })
            await daemon.RebuildProjectionAsync(projection, Stop);
        Assert.Equal(before, await Stored(artisan, person));

        // A rebuild leaves the daemon's agent stopped; started again, it goes on where the rebuild ended.
        await daemon.StartAllAsync();
        await market.Happened(new PartDelivered(new(Guid.NewGuid()), new(Guid.NewGuid()), artisan, PaymentMethod.Card, new(1_000),
            default, default, [], null, today));
        await IncomeReportTests.Eventually(() => Month(artisan, "2026-11", 184_000));
    }

    [Fact]
    public async Task consents_from_before_the_report_asked_for_them_are_read_once()
    {
        var (yes, no) = (new PersonId(Guid.CreateVersion7()), new PersonId(Guid.CreateVersion7()));
        await market.Send(new ChangeConsent(yes, ConsentPurpose.Income, true));
        foreach (var given in new[] { true, false }) await market.Send(new ChangeConsent(no, ConsentPurpose.Income, given));
        var store = market.Services.GetRequiredService<IDocumentStore>();
        await using var session = store.LightweightSession();
        session.DeleteWhere<IncomeConsent>(x => x.PersonId != new PersonId(Guid.Empty));
        await session.SaveChangesAsync(Stop);
        for (var twice = 0; twice < 2; twice++)
            await market.Services.GetServices<IReferenceData>().OfType<EarlierIncomeConsents>().Single().EnsureAsync(Stop);
        await using var read = store.QuerySession();
        Assert.Equal([(yes, true), (no, false)], (await read.Query<IncomeConsent>().ToListAsync(Stop))
            .Where(x => x.PersonId == yes || x.PersonId == no)
            .OrderByDescending(x => x.Given).Select(x => (x.PersonId, x.Given)));
    }

    private async Task<JsonElement?> Month(ArtisanId artisan, string month, long marketplace)
    {
        using var own = market.As("artisan", ("artisan", $"{artisan.Value}"));
        var months = (await Field.Ok(await own.GetAsync("/api/v1/artisans/me/income", Stop))).GetProperty("items")
            .EnumerateArray();
        var found = months.FirstOrDefault(x => x.GetProperty("month").GetString() == month);
        return found.ValueKind == JsonValueKind.Object && found.GetProperty("marketplace").GetInt64() == marketplace ? found
            : null;
    }

    private async Task<List<string>> Stored(ArtisanId artisan, PersonId person)
    {
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        await using var command = source.CreateCommand($"""
            select id || data::text from market.mt_doc_artisanmonth_2 where id like '{artisan.Value}%' union all
            select id || data::text from market.mt_doc_reportedseat where data ->> 'PersonId' = '{person.Value}' union all
            select id || data::text from market.mt_doc_reportedseller where data ->> 'PersonId' = '{person.Value}' order by 1
            """);
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var rows = new List<string>();
        while (await reader.ReadAsync(Stop)) rows.Add(reader.GetString(0));
        return rows;
    }
}
