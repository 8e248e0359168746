using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Ordering;
using JasperFx.Events;
using Wolverine.Marten;

namespace CraftMarket.Specs.Ordering;

/// <summary>A locked stream at some state; remembers what a decision appends to it.</summary>
internal sealed class Written<T>(T? state) : IEventStream<T> where T : class
{
    public List<object> Appended { get; } = [];
    public T? Aggregate => state;
    public long? StartingVersion => 1;
    public long? CurrentVersion => 1;
    public CancellationToken Cancellation => default;
    public Guid Id => default;
    public string Key => "";
    public IReadOnlyList<IEvent> Events => [];
    public bool AlwaysEnforceConsistency { get; set; }
    public void AppendOne(object e) => Appended.Add(e);
    public void AppendMany(params object[] events) => Appended.AddRange(events);
    public void AppendMany(IEnumerable<object> events) => Appended.AddRange(events);
    public void TryFastForwardVersion()
    {
    }
}

/// <summary>What a decision appends to streams that are at locked.</summary>
internal static class Appending
{
    public static bool Is(IMartenOp op) => op.GetType().Name.StartsWith("Appending", StringComparison.Ordinal);

    /// <summary>Carries out what is to be appended and nothing else.</summary>
    public static void Do(IEnumerable<IMartenOp> decided)
    {
        foreach (var op in decided.Where(Is)) op.Execute(null!);
    }
}

/// <summary>One order of two bags, its stock, and the book.</summary>
internal sealed class OneOrder
{
    public static readonly ProductId Bag = ProductId.From(Guid.Parse("00000000-0000-7000-8000-000000000009"));
    private static readonly OrderId Id = OrderId.From(Guid.Parse("00000000-0000-7000-8000-000000000010"));
    private static readonly SellerOrderId Part = SellerOrderId.From(Guid.Parse("00000000-0000-7000-8000-000000000011"));
    private static readonly ArtisanId Sahnun = ArtisanId.From(Guid.Parse("00000000-0000-7000-8000-000000000001"));

    public OneOrder(OrderStatus status, int free)
    {
        Stream = new(new Order(Id, PaymentMethod.Card, "", [new(Part, Bag, "Tas daun tembakau", 2, new(150_000))],
            [new(Part, Sahnun, new(300_000), new(15_000), new(15_000))], default, default, status, null, null));
        Stock = new(new StockItem(StockItemId.Of(Bag), Bag, Sahnun, free, null, 0));
    }

    public Written<Order> Stream { get; }
    public Written<OrderBook> Book { get; } = new(new OrderBook(OrderBook.TheOne, 122));
    public Written<StockItem> Stock { get; }
    public PaymentReceived Payment { get; } = new(Id, new(315_000), default);
    public ExpireOrder Lapse { get; } = new(Id);

    public PaidOrder Paid => new(Stream, Book, Locks);
    public LockedOrder Held => new(Stream, [], [], Locks);

    /// <summary>Carries out what was decided, except for new streams.</summary>
    public static void Do(IEnumerable<IMartenOp> decided)
    {
        foreach (var op in decided.Where(x => x is not IStartStream)) op.Execute(null!);
    }

    private Dictionary<Article, IEventStream<StockItem>> Locks => new() { [Bag] = Stock };
}
