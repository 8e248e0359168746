using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Ordering;
using CraftMarket.Tests.Catalogue;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests;

public sealed class StockTests(RunningMarket market)
{
    [Fact]
    public async Task what_other_rooms_are_told_catches_up_with_a_burst_of_orders()
    {
        using var workshop = await Workshop.Open(market);
        var id = (await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid();
        await Workshop.Read(await workshop.Patch(id, new { stock = 30 }), 200);
        using var buyer = market.Visitor();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => buyer.Order("transfer", (new ProductId(id), 1))));
        await workshop.ShownWith(id, "available", 10);
    }

    [Fact]
    public async Task a_count_below_what_is_ordered_is_refused()
    {
        var artisan = ArtisanId.From(Guid.NewGuid());
        var bag = await market.Sell(artisan, stock: 5);
        using var buyer = market.Visitor();
        await buyer.Order("transfer", (bag, 3));
        Assert.Equal("below_reserved", Assert.IsType<Refusal>(await Count(bag, artisan, 2)).Code);
        Assert.Equal("not_found", Assert.IsType<Refusal>(await Count(bag, ArtisanId.From(Guid.NewGuid()), 9)).Code);
        Assert.IsType<Done>(await Count(bag, artisan, 9));
        Assert.Equal(6, (await market.Stock(bag)).Free);
    }

    private async Task<Answer> Count(ProductId product, ArtisanId artisan, int count)
    {
        await using var scope = market.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Web.Composition.Dispatch>()
            .Send(new CountStock(product, artisan, count));
    }
}
