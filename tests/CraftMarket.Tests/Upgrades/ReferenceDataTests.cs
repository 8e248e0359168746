using CraftMarket.Kernel;
using CraftMarket.Web.Composition;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CraftMarket.Tests.Upgrades;

/// <summary>Several nodes that start at once.</summary>
public sealed class ReferenceDataTests(RunningMarket market)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task nodes_that_start_at_once_load_one_after_the_other()
    {
        var counted = new Counted();
        await using var node = new ServiceCollection().AddSingleton(market.Services.GetRequiredService<NpgsqlDataSource>())
            .AddSingleton<IReferenceData>(counted).BuildServiceProvider();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReferenceData.LoadAsync(node, Stop)));
        Assert.Equal((4, 1), (counted.Times, counted.MostAtOnce));
    }

    [Fact]
    public async Task a_node_that_fails_keeps_no_other_from_loading()
    {
        var (broken, counted) = (new Counted { Fails = true }, new Counted());
        await using var source = new ServiceCollection().AddSingleton(market.Services.GetRequiredService<NpgsqlDataSource>())
            .AddSingleton<IReferenceData>(broken).AddSingleton<IReferenceData>(counted).BuildServiceProvider();
        await Assert.ThrowsAsync<InvalidOperationException>(() => ReferenceData.LoadAsync(source, Stop));
        broken.Fails = false;
        await ReferenceData.LoadAsync(source, Stop);
        Assert.Equal(1, counted.Times);
    }

    private sealed class Counted : IReferenceData
    {
        private int _now;

        public bool Fails { get; set; }
        public int Times { get; private set; }
        public int MostAtOnce { get; private set; }

        public async Task EnsureAsync(CancellationToken cancellation)
        {
            if (Fails) throw new InvalidOperationException("As a database that is full.");
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _now));
            await Task.Delay(50, cancellation);
            (Times, _) = (Times + 1, Interlocked.Decrement(ref _now));
        }
    }
}
