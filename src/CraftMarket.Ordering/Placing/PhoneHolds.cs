using Marten;

namespace CraftMarket.Ordering;

/// <summary>How many orders of one phone may be unpaid or unanswered at once.</summary>
/// <param name="OpenPerPhone">0: any number.</param>
public sealed record OrderLimits(int OpenPerPhone);

/// <summary>What a phone holds at the moment, and how much it may.</summary>
/// <param name="Orders">Its orders that are neither paid nor answered, those whose hold ends first before the others.</param>
/// <param name="Pieces">Pieces of stock in them that nobody has paid or taken on.</param>
public sealed record PhoneHolds(string Hash, IReadOnlyList<OpenOrder> Orders, int Pieces, OrderLimits Limits, HoldTerms Terms)
{
    /// <summary>Nobody's, who may hold anything.</summary>
    public static PhoneHolds None { get; } = new("", [], 0, new(0), HoldTerms.First with { MostPieces = 0 });

    /// <summary>When the first of them ends by itself.</summary>
    public DateTimeOffset? FirstEnd => Orders.Count == 0 ? null : Orders[0].HeldUntil;

    /// <summary>Pieces that the phone may still hold; null when it may hold any number.</summary>
    public int? Left => Terms.MostPieces == 0 ? null : Math.Max(0, Terms.MostPieces - Pieces);

    /// <summary>Those of one phone wait for each other here, so that no two of them count the same room.</summary>
    internal const string Lock = "select 'alone' from pg_advisory_xact_lock(hashtextextended(?, 0))";

    /// <summary>A phone has no more than it may; the end of the list only matters where there is no limit.</summary>
    internal const string OfPhone = "where data ->> 'PhoneHash' = ? order by data ->> 'HeldUntil' limit 200";

    internal static string HashOf(MasterKey master, string phone) =>
        master.KeyedHash("order phone", PhoneNumber.TryParse(phone, out var number) ? number.E164 : phone);

    /// <summary>Looks which of them were paid or answered meanwhile.</summary>
    internal static async Task<PhoneHolds> Of(IQuerySession session, string hash, IReadOnlyList<OpenOrder> noted,
        OrderLimits limits, HoldTerms terms, CancellationToken cancellation)
    {
        if (noted.Count == 0) return new(hash, [], 0, limits, terms);
        var orders = (await session.LoadManyAsync<Order>(cancellation, noted.Select(x => x.Uuid))).ToDictionary(x => x.Id);
        var held = noted.SelectMany(x => x.Parts).Select(x => x.Id.Value);
        var parts = (await session.LoadManyAsync<SellerOrder>(cancellation, held)).ToDictionary(x => x.Id);
        var open = noted
            .Select(x => x with { Parts = [.. x.Parts.Where(part => IsOpen(orders[x.Id], parts.GetValueOrDefault(part.Id)))] })
            .Where(x => x.Parts.Count > 0).ToList();
        return new(hash, open, open.SelectMany(x => x.Parts).Sum(x => x.Pieces), limits, terms);
    }

    /// <summary>Cash: until its artisan answers. Anything else: until it is paid.</summary>
    private static bool IsOpen(Order order, SellerOrder? part) => order.Method.IsPaidAtDoor()
        ? part?.Status == SellerOrderStatus.Received
        : order.Status == OrderStatus.Placed;
}
