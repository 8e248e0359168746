using CraftMarket.Kernel.Facts;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>Turns wishes into an order: a part per artisan, with shipping and fee of this moment.</summary>
internal static class Basket
{
    public static OrderTaken Take(PlaceOrder command, Market market, DateTimeOffset now)
    {
        var lines = command.Lines.GroupBy(x => x.Article).Select(wish =>
        {
            var offer = market.Offers[wish.Key.ProductId];
            return new OrderLine(PartOf(command.OrderId, offer.ArtisanId), wish.Key.ProductId, offer.Name,
                wish.Sum(x => x.Quantity), offer.PriceOf(wish.Key),
                wish.Key.VariantId, offer.VariantOf(wish.Key)?.Name, offer.GroupId);
        }).ToList();
        var region = RegionCode.Parse(command.Region);
        var parts = lines.GroupBy(x => x.SellerOrderId).Select(part => Part(part.Key, [.. part], region, market)).ToList();
        return new(command.Method, AccessKey.HashOf(command.Key), lines, parts, now + Hold(command, market),
            [.. market.Brands.Select(x => x.AtSale), .. GroupBrands(lines, market)]);
    }

    /// <summary>The brands of the groups under which some of it is sold, one for each seller of theirs.</summary>
    private static IEnumerable<BrandAtSale> GroupBrands(IEnumerable<OrderLine> lines, Market market) =>
        from sold in lines.Where(x => x.GroupId is not null)
            .Select(x => (Group: x.GroupId!.Value, Seller: market.Offers[x.ProductId].ArtisanId)).Distinct()
        join brand in market.Groups on sold.Group equals brand.Id
        select brand.AtSale(sold.Seller);

    /// <summary>One stream per part, from the moment the artisan has something to do.</summary>
    public static IEnumerable<IMartenOp> StartParts(this OrderTaken taken, OrderId order) => taken.Parts.Select(part =>
        MartenOps.StartStream<SellerOrder>(part.SellerOrderId.Value,
            new SellerOrderReceived(order, part.ArtisanId, taken.Method, part.Goods,
            part.Shipping, part.Fee, [.. taken.Lines.Where(x => x.SellerOrderId == part.SellerOrderId)])));

    /// <summary>Cash that leaves an article short is waited for less long: others want what is left.</summary>
    private static TimeSpan Hold(PlaceOrder command, Market market) =>
        command.Method.IsPaidAtDoor() && LeavesShort(command, market)
            ? TimeSpan.FromHours(market.Phone.Terms.ShortHoldHours)
            : command.Method.Terms().Hold;

    private static bool LeavesShort(PlaceOrder command, Market market) => command.Lines.GroupBy(x => x.Article)
        .Any(wish => market.Item(wish.Key)!.Free - wish.Sum(x => x.Quantity) <= market.Phone.Terms.ShortAt);

    /// <summary>What each part takes of the stock, for the count of its phone.</summary>
    public static OpenOrder Noted(this OrderTaken taken, OrderId order, Market market) =>
        new(order, market.Phone.Hash, taken.HeldUntil,
        [.. taken.Parts.Select(x => new HeldPart(x.SellerOrderId, Stocked(x.SellerOrderId, taken, market)))]);

    private static int Stocked(SellerOrderId part, OrderTaken taken, Market market) =>
        taken.Lines.Where(x => x.SellerOrderId == part && market.Item(x.Article)!.Free is not null).Sum(x => x.Quantity);

    private static OrderPart Part(SellerOrderId id, IReadOnlyList<OrderLine> lines, RegionCode to, Market market)
    {
        var offers = lines.Select(x => market.Offers[x.ProductId]).ToList();
        var goods = lines.Sum(x => x.Goods);
        var grams = lines.Sum(x => x.Quantity * market.Offers[x.ProductId].WeightGrams);
        var parcel = market.Shipping.Quote(offers[0].Village, to, grams)
            ?? throw new InvalidOperationException("The zone was checked before.");
        return new(id, offers[0].ArtisanId, goods, parcel.Fee, market.Fee.For(offers[0].ArtisanId, goods), parcel.DaysMin,
            parcel.DaysMax);
    }

    private static SellerOrderId PartOf(OrderId order, ArtisanId artisan) =>
        new(StreamId.For("part", order.Value.ToString(), artisan.Value.ToString()));
}
