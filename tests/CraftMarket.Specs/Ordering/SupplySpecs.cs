using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Ordering;

namespace CraftMarket.Specs.Ordering;

/// <summary>A bag changes between stock and made to order while orders hold pieces of it.</summary>
public sealed class SupplySpecs
{
    private static readonly ArtisanId Sahnun = ArtisanId.From(Guid.Parse("00000000-0000-7000-8000-000000000001"));
    private static readonly OrderId Order = OrderId.From(Guid.Parse("00000000-0000-7000-8000-000000000010"));

    /// <summary>Five at hand, two of them held.</summary>
    private static readonly StockItem Stocked = new(StockItemId.Of(OneOrder.Bag), OneOrder.Bag, Sahnun, 5, null, 2);

    private static readonly StockItem Made = Stocked.Apply(new StockMadeToOrder(7, 4));

    [Fact]
    public void made_to_order_it_never_runs_out_and_what_is_held_stays_promised()
    {
        Assert.Equal([new StockMadeToOrder(7, 4)], Chosen(Stocked, 7, null, 4));
        Assert.Equal((null, 7, 2), (Made.Free, Made.LeadTimeDays, Made.Reserved));
        Assert.True(Made.Has(99));
    }

    [Fact]
    public void an_order_from_before_lapses_or_is_shipped_after_it_and_leaves_nothing_behind()
    {
        var lapsed = Made.Apply(new StockReleased(Order, 2));
        Assert.Equal((null, 0), (lapsed.OnHand, lapsed.Reserved));
        Assert.Equal(lapsed, Made.Apply(new StockShipped(Order, 2)));
        Assert.Equal(3, lapsed.Apply(new StockRestarted(3, 5)).Free);
    }

    [Fact]
    public void back_from_stock_what_is_promised_is_part_of_the_count()
    {
        var back = Made.Apply(new StockRestarted(3, 5));
        Assert.Equal((1, 3, null), (back.Free, back.OnHand, back.LeadTimeDays));
        Assert.Equal(3, back.Apply(new StockReleased(Order, 2)).Free);
        Assert.Equal((1, 1, 0), (back.Apply(new StockShipped(Order, 2)).Free, back.Apply(new StockShipped(Order, 2)).OnHand,
            back.Apply(new StockShipped(Order, 2)).Reserved));
        Assert.Equal("below_reserved", CountStockHandler.Problem(1, Made)?.Code);
        Assert.Null(CountStockHandler.Problem(2, Made));
    }

    [Fact]
    public void an_order_that_came_while_the_pieces_were_counted_keeps_its_piece()
    {
        var busier = Made.Apply(new StockReserved(Order, 3));
        Assert.Equal([new StockRestarted(4, 5)], Chosen(busier, null, 4, 5));
        var back = busier.Apply(new StockRestarted(4, 5));
        Assert.Equal((0, false), (back.Free, back.Has(1)));
        Assert.Equal(2, back.Apply(new StockReleased(Order, 3)).Free);
        Assert.Equal((0, 0), (back.Apply(new StockShipped(Order, 5)).OnHand, back.Apply(new StockShipped(Order, 5)).Free));
    }

    [Fact]
    public void what_has_no_stock_yet_begins_here()
    {
        Assert.Equal([new StockStarted(OneOrder.Bag, Sahnun, 3, null), new StockRestarted(3, 5)], Chosen(null, null, 3, 5));
        Assert.Equal([new StockStarted(OneOrder.Bag, Sahnun, null, 7), new StockMadeToOrder(7, 5)], Chosen(null, 7, null, 5));
    }

    [Fact]
    public void what_is_made_to_order_is_not_counted()
    {
        Assert.Equal("made_to_order", CountStockHandler.Validate(new(OneOrder.Bag, Sahnun, 3), Made)?.Code);
        Assert.Null(CountStockHandler.Validate(new(OneOrder.Bag, Sahnun, 3), Made.Apply(new StockRestarted(9, 5))));
    }

    private static List<object> Chosen(StockItem? item, int? days, int? count, long revision)
    {
        var stock = new Written<StockItem>(item);
        Appending.Do([ArticleStock.Choose(stock, Sahnun, new(OneOrder.Bag, count), days, revision)]);
        return stock.Appended;
    }
}
