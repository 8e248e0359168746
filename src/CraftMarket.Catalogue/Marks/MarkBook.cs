using Marten;

namespace CraftMarket.Catalogue;

/// <summary>An artisan's application or leave, with the brand that the office knows the artisan by.</summary>
public sealed record MarkEntry(MarkUse Use, string Brand, int OnSale);

/// <summary>A page of those of one status.</summary>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Page">1 is the first.</param>
public sealed record MarkPage(IReadOnlyList<MarkEntry> Entries, int Total, int Page)
{
    public const int PageSize = 100;

    public bool HasMore => Page * PageSize < Total;
}

/// <summary>Who asks for the village mark, who uses it, who lost it.</summary>
public static class MarkBook
{
    private const string OnSale = $"""
        select count(c.id) from unnest(?::text[]) with ordinality as a(id, place)
        left join {ProductCard.Table} as c on c.data -> 'artisan' ->> 'id' = a.id and c.status = '{ProductCard.OnSale}'
        group by a.place order by a.place
        """;

    /// <summary>Those of one status: who waits longest comes first, of the others who was answered last.</summary>
    public static async Task<MarkPage> MarkUses(this IQuerySession session, MarkStatus status, int page,
        CancellationToken cancellation)
    {
        var (wanted, shown) = (status.ToString().ToLowerInvariant(), Math.Clamp(page, 1, 10_000));
        var order = status == MarkStatus.Waiting ? "asc" : "desc";
        var uses = await session.QueryAsync<MarkUse>(
            $"where data ->> 'Status' = ? order by data ->> 'Since' {order}, id limit {MarkPage.PageSize} offset "
            + $"{(shown - 1) * MarkPage.PageSize}", cancellation, wanted);
        var total = await session.QueryAsync<long>($"select count(*) from {MarkUse.Table} where data ->> 'Status' = ?",
            cancellation, wanted);
        var makers = (await session.LoadManyAsync<Maker>(cancellation, uses.Select(x => Maker.StreamOf(x.ArtisanId))))
            .ToDictionary(x => x.ArtisanId);
        var goods = await session.QueryAsync<long>(OnSale, cancellation,
            new object[] { uses.Select(x => x.ArtisanId.Value.ToString()).ToArray() });
        return new([.. uses.Select((x, i) =>
            new MarkEntry(x, makers.TryGetValue(x.ArtisanId, out var maker) ? maker.ShownName : Maker.Unnamed, (int)goods[i]))],
            (int)total[0], shown);
    }

    public static async Task<int> CountMarkApplications(this IQuerySession session, CancellationToken cancellation) =>
        (int)(await session.QueryAsync<long>($"select count(*) from {MarkUse.Table} where data ->> 'Status' = 'waiting'",
            cancellation))[0];
}
