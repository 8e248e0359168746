using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.Upgrades;

/// <summary>What an artisan sold in a year: a reader that nobody thought of when the sales were made.</summary>
public sealed record SoldInYear(string Id, ArtisanId ArtisanId, int Year, int Parts, Rupiah Goods)
{
    internal static string IdOf(ArtisanId artisan, DateOnly on) => $"{artisan.Value}/{on.Year}";
}

public sealed partial class SoldInYearFold : MultiStreamProjection<SoldInYear, string>
{
    public SoldInYearFold()
    {
        Name = "SoldInYear";
        IncludeType<PartDelivered>();
        IncludeType<PartGivenBack>();
        Identity<PartDelivered>(x => SoldInYear.IdOf(x.ArtisanId, x.On));
        Identity<PartGivenBack>(x => SoldInYear.IdOf(x.ArtisanId, x.DeliveredOn));
    }

    public override SoldInYear? Evolve(SoldInYear? snapshot, string id, IEvent e) => (snapshot, e.Data) switch
    {
        (_, PartDelivered x) =>
            new(id, x.ArtisanId, x.On.Year, (snapshot?.Parts ?? 0) + 1, (snapshot?.Goods ?? default) + x.Goods),
        ({ } known, PartGivenBack) => known with { Parts = known.Parts - 1 },
        _ => snapshot,
    };
}

/// <summary>A reader that is added later knows what happened before it was.</summary>
[CollectionDefinition(nameof(ReplayTests), DisableParallelization = true)]
[Collection(nameof(ReplayTests))]
public sealed class ReplayTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_projection_of_next_year_replays_a_year_of_sales()
    {
        var (sahnun, rajab) = (new ArtisanId(Guid.CreateVersion7()), new ArtisanId(Guid.CreateVersion7()));
        await using var market = new RunningMarket();
        await market.InitializeAsync();
        foreach (var month in Enumerable.Range(1, 12))
            await market.Happened(Sale(sahnun, 100_000 * month, new(2025, month, 5)), Sale(rajab, 50_000, new(2025, month, 28)));
        await market.Happened(Sale(sahnun, 7_000, new(2026, 1, 1)));

        var store = (DocumentStore)market.Services.GetRequiredService<IDocumentStore>();
        await using var later = DocumentStore.For(options =>
        {
            options.Connection(market.ConnectionString);
            options.DatabaseSchemaName = "market";
            options.UseSystemTextJsonForSerialization(configure: json => json.IgnoreReadOnlyProperties = true);
            options.Events.StreamIdentity = StreamIdentity.AsGuid;
            options.Events.AppendMode = store.Options.Events.AppendMode;
            options.Events.MetadataConfig.CorrelationIdEnabled = options.Events.MetadataConfig.CausationIdEnabled =
                options.Events.MetadataConfig.UserNameEnabled = true;
            options.Projections.Add(new SoldInYearFold(), ProjectionLifecycle.Async);
        });
        using var daemon = await later.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync("SoldInYear", Stop);

        await using var session = later.QuerySession();
        var years = (await session.Query<SoldInYear>().ToListAsync(Stop)).ToDictionary(x => x.Id);
        SoldInYear? Year(ArtisanId artisan, int year) => years.GetValueOrDefault($"{artisan.Value}/{year}");
        Assert.Equal((12, new Rupiah(7_800_000)), (Year(sahnun, 2025)!.Parts, Year(sahnun, 2025)!.Goods));
        Assert.Equal((12, new Rupiah(600_000)), (Year(rajab, 2025)!.Parts, Year(rajab, 2025)!.Goods));
        Assert.Equal((1, new Rupiah(7_000)), (Year(sahnun, 2026)!.Parts, Year(sahnun, 2026)!.Goods));
    }

    private static PartDelivered Sale(ArtisanId artisan, long goods, DateOnly on) => new(new(Guid.CreateVersion7()),
        new(Guid.CreateVersion7()), artisan, PaymentMethod.Transfer, new(goods), new(15_000), new(5_000), [], null, on);
}
