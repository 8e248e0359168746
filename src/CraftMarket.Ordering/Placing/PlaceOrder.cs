using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>How many pieces of an article a buyer wants.</summary>
public sealed record Wish(ProductId ProductId, int Quantity, VariantId? VariantId = null)
{
    public Article Article => new(ProductId, VariantId);
}

/// <summary>A buyer without an account orders from one or more artisans. Carries personal data, so it is invoked and never
/// queued.</summary>
/// <param name="Key">The order's secret, made at the edge; only its hash is kept, and for who gave an e-mail the key itself,
/// sealed with it.</param>
/// <param name="Language">In which language it was ordered: <c>id</c> or <c>en</c>; null when nobody said.</param>
public sealed record PlaceOrder(OrderId OrderId, string Key, string Name, string Phone, string? Email, string Address,
    string Region, IReadOnlyList<Wish> Lines, PaymentMethod Method, string? Language = null) : Confidential
{
    public const int LongestName = 100, LongestAddress = 500;
}

/// <summary>The order as it was taken.</summary>
public sealed record PlacedOrder(OrderId Id, Rupiah Total, IReadOnlyList<OrderPart> Parts, DateTimeOffset HeldUntil) : Answer;

/// <summary>What placing an order looks at: offers, locked stock, shipping rates, fee rule and the makers' brands of this
/// moment.</summary>
public sealed record Market(Order? Existing, IReadOnlyDictionary<ProductId, Offer> Offers,
    IReadOnlyDictionary<Article, IEventStream<StockItem>> Stock, ShippingRates Shipping, FeeRule Fee,
        IReadOnlyList<MakerBrand> Brands)
{
    /// <summary>The brands of the groups under which some of it is sold.</summary>
    public IReadOnlyList<GroupBrand> Groups { get; init; } = [];

    /// <summary>What the buyer's details will be sealed under; null for an order that stands already.</summary>
    public SubjectKey? Key { get; init; }

    /// <summary>What the buyer's phone holds already.</summary>
    public PhoneHolds Phone { get; init; } = PhoneHolds.None;

    public StockItem? Item(Article article) => Stock.GetValueOrDefault(article)?.Aggregate;
}

public static class PlaceOrderHandler
{
    private const string BrandsOfOffers =
        $"where id in (select (o.data ->> 'ArtisanId')::uuid from {Offer.Table} as o where o.id = any(?))";

    private const string GroupsOfOffers =
        $"where id in (select (o.data ->> 'GroupId')::uuid from {Offer.Table} as o where o.id = any(?))";

    /// <summary>One round trip: nothing of it is kept in memory between orders, so a changed price or rule counts at once on
    /// every node.</summary>
    public static async Task<Market> LoadAsync(PlaceOrder command, IDocumentSession session, IKeyStore keys, MasterKey master,
        OrderLimits limits, DateTimeOffset now, CancellationToken cancellation)
    {
        // The batch below enlists its locks without waiting, so the transaction must stand before it.
        await session.BeginTransactionAsync(cancellation);
        var articles = StockLocks.InLockOrder(command.Lines.Select(x => x.Article)).Take(WishLimits.MostLines).ToList();
        var products = articles.Select(x => x.ProductId).Distinct().ToList();
        var phone = PhoneHolds.HashOf(master, command.Phone);
        var batch = session.CreateBatchQuery();
        // Before the stock, as everybody does; what comes after it in the batch sees what those before have written.
        var alone = batch.Query<string>(PhoneHolds.Lock, phone);
        var noted = batch.Query<OpenOrder>(PhoneHolds.OfPhone, phone);
        var terms = batch.Load<HoldTerms>(HoldTerms.Current);
        var existing = batch.Load<Order>(command.OrderId.Value);
        var shipping = batch.LoadMany<ZoneRates>().ById(ShippingRates.IdsTowards(RegionCode.TryParse(command.Region, out var to)
            ? to : null));
        var fee = batch.Load<FeeRule>(FeeRule.Current);
        var offers = products.Select(x => batch.Load<Offer>(x.Value)).ToList();
        var brands = batch.Query<MakerBrand>(BrandsOfOffers, products.Select(x => x.Value).ToArray());
        var groups = batch.Query<GroupBrand>(GroupsOfOffers, products.Select(x => x.Value).ToArray());
        var stock = articles.Select(x => batch.Events.FetchForExclusiveWriting<StockItem>(StockItemId.Of(x).Value)).ToList();
        await batch.Execute(cancellation);
        await alone;
        return new(await existing,
            (await Task.WhenAll(offers)).OfType<Offer>().ToDictionary(x => x.Id),
            articles.Zip(await Task.WhenAll(stock)).Where(x => x.Second.Aggregate is not null)
                .ToDictionary(x => x.First, x => x.Second), ShippingRates.Of(await shipping, LocalMonth.DayOf(now)),
            await fee ?? throw new InvalidOperationException("The fee rule is missing."), await brands)
        {
            Groups = await groups,
            Key = await existing is null ? await keys.NewAsync(command.OrderId, cancellation) : null,
            Phone = await PhoneHolds.Of(session, phone, await noted, limits, await terms ?? HoldTerms.First, cancellation),
        };
    }

    /// <summary>What is wrong with what the buyer typed, whatever is in the cart.</summary>
    public static Refusal? WhyNotFor(PlaceOrder command) => Refusals.Of(PlaceOrderRules.Buyer(command));

    public static Refusal? Validate(PlaceOrder command, Market market, DateTimeOffset now) =>
        PlaceOrderRules.Check(command, market, now);

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(PlaceOrder command, Market market, MasterKey master,
        DateTimeOffset now)
    {
        if (market.Existing is { } placed)
            return (new PlacedOrder(placed.Id, placed.Total, placed.Parts, placed.HeldUntil), [], []);

        var taken = Basket.Take(command, market, now);
        var reserved = taken.Lines.Pieces().Select(x => market.Stock[x.Key].Append(new StockReserved(command.OrderId, x.Value)));
        var total = taken.Parts.Sum(x => x.Total);
        var phone = PhoneNumber.TryParse(command.Phone, out var read) ? read.E164 : command.Phone;
        var recipient = new Recipient(command.Name.Trim(), phone, command.Email?.Trim(), command.Address.Trim(),
            RegionCode.Parse(command.Region));
        var started = command.Method.IsPaidAtDoor() ? taken.StartParts(command.OrderId) : [];
        return (new PlacedOrder(command.OrderId, total, taken.Parts, taken.HeldUntil),
            [
                .. reserved,
                MartenOps.StartStream<Order>(command.OrderId.Value, taken),
                .. started,
                market.Key!.Keep(),
                MartenOps.Store(taken.Noted(command.OrderId, market)),
                MartenOps.Store(DeliveryDetails.Seal(command.OrderId, recipient, master, market.Key, ReplyTo.Of(command))),
            ],
            [
                new OrderPlaced(command.OrderId, command.Method, total, taken.Parts, taken.HeldUntil),
                new ExpireOrder(command.OrderId).ScheduledAt(taken.HeldUntil),
            ]);
    }
}
