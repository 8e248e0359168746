using Marten;
using Marten.Linq.MatchesSql;

namespace CraftMarket.Ordering;

/// <summary>What buyers received of one artisan in a month.</summary>
/// <param name="Net">What the artisan gets for it, cash at the door too, after what went back and the fees.</param>
/// <param name="Pieces">How many pieces that were, without those whose money went back whole.</param>
/// <param name="GivenBack">How many pieces' money went back whole.</param>
public sealed record SoldInMonth(Rupiah Net, int Pieces, int GivenBack)
{
    public static readonly SoldInMonth Nothing = new(default, 0, 0);

    public static async Task<SoldInMonth> Of(IQuerySession session, ArtisanId artisan, LocalMonth month,
        CancellationToken cancellation) =>
        From(await session.Query<SellerOrder>().Where(x => x.ArtisanId == artisan)
            .Where(x => x.MatchesSql("d.data ->> 'DeliveredOn' like ?", $"{month}-%")).ToListAsync(cancellation));

    internal static SoldInMonth From(IReadOnlyList<SellerOrder> received) => new(received.Sum(x => x.Net),
        PiecesOf(received.Where(x => !x.IsGivenBack)), PiecesOf(received.Where(x => x.IsGivenBack)));

    private static int PiecesOf(IEnumerable<SellerOrder> parts) => parts.SelectMany(x => x.Lines).Sum(x => x.Quantity);
}
