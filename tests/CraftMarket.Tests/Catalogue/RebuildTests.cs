using System.Text.Json;
using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Tests.People;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CraftMarket.Tests.Catalogue;

/// <summary>Rebuilding empties the shop window for a moment, so nobody else may be shopping.</summary>
[CollectionDefinition(nameof(RebuildTests), DisableParallelization = true)]
[Collection(nameof(RebuildTests))]
public sealed class RebuildTests(RunningMarket market)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_window_rebuilds_to_the_same_bytes()
    {
        using var workshop = await Workshop.Open(market);
        var id = (await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid();
        Assert.IsType<Done>(await market.Send(new Ordering.CountStock(new(id), workshop.Id, 1)));
        await Workshop.Eventually(() => workshop.Shown(id.ToString()), x => x.GetProperty("shareCard").GetString() is not null
            && x.GetProperty("photo").ValueKind == JsonValueKind.Object);
        var before = await Bytes(id);
        var store = market.Services.GetRequiredService<IDocumentStore>();
        using var daemon = await store.BuildProjectionDaemonAsync();
        foreach (var view in new[] { typeof(ProductCard), typeof(ProductPage), typeof(Product) })
            await daemon.RebuildProjectionAsync(view, Cancellation);
        Assert.Equal(before, await Bytes(id));
    }

    [Fact]
    public async Task villages_marks_regions_and_shipping_rates_rebuild_to_the_same_bytes()
    {
        using var office = market.As("staff");
        await MarkTests.Rules(market, office);
        using var workshop = await Workshop.Open(market);
        await Workshop.Read(await MarkTests.Ask(workshop), 202);
        await RegionImportTests.Import(office,
            "kemendagri_code,level,name\n52.08.94,district,Uji Empat\n52.08.94.2001,village,Semoyang\n");
        await RegionImportTests.Import(office,
            "kemendagri_code,level,name\n52.08.94,district,Uji Empat\n52.08.94.2002,village,Lain\n");
        var before = await Bytes();
        Assert.Contains("semoyang-uji-empat", before, StringComparison.Ordinal);
        var store = market.Services.GetRequiredService<IDocumentStore>();
        using var daemon = await store.BuildProjectionDaemonAsync();
        foreach (var view in new[] { typeof(Village), typeof(MarkUse), typeof(Gazetteer), typeof(Ordering.ZoneRates) })
            await daemon.RebuildProjectionAsync(view, Cancellation);
        Assert.Equal(before, await Bytes());
    }

    private async Task<string> Bytes()
    {
        await using var command = market.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("""
            select string_agg(data::text, '' order by id) from (select id, data from market.mt_doc_village
                union all select id, data from market.mt_doc_markuse union all select id, data from market.mt_doc_gazetteer
                union all select id, data from market.mt_doc_zonerates) as kept
            """);
        return (string)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private async Task<string> Bytes(Guid id)
    {
        await using var command = market.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("""
            select c.data::text || p.data::text || x.data::text from market.mt_doc_productcard c
                join market.mt_doc_productpage p on p.id = c.id
            join market.mt_doc_product x on x.id = c.id where c.id = $1
            """);
        command.Parameters.Add(new() { Value = id });
        return (string)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
