using Marten;

namespace CraftMarket.Catalogue;

/// <summary>An artisan's application or leave, with the brand that the office knows the artisan by.</summary>
public sealed record MarkEntry(MarkUse Use, string Brand, int OnSale);

/// <summary>Who asks for the village mark, who uses it, who lost it.</summary>
public static class MarkBook
{
    private const int Most = 500;

    /// <summary>Those of one status, longest there first.</summary>
    public static async Task<IReadOnlyList<MarkEntry>> MarkUses(this IQuerySession session, MarkStatus status, CancellationToken cancellation)
    {
        var uses = await session.QueryAsync<MarkUse>($"where data ->> 'Status' = ? order by data ->> 'Since' limit {Most}", cancellation,
            status.ToString().ToLowerInvariant());
        var makers = (await session.LoadManyAsync<Maker>(cancellation, uses.Select(x => Maker.StreamOf(x.ArtisanId)))).ToDictionary(x => x.ArtisanId);
        var entries = new List<MarkEntry>();
        foreach (var use in uses)
            entries.Add(new(use, makers.TryGetValue(use.ArtisanId, out var maker) ? maker.ShownName : Maker.Unnamed,
                (await session.CardsOf(use.ArtisanId, cancellation)).Count));
        return entries;
    }

    public static async Task<int> CountMarkApplications(this IQuerySession session, CancellationToken cancellation) =>
        (int)(await session.QueryAsync<long>("select count(*) from market.mt_doc_markuse where data ->> 'Status' = 'waiting'", cancellation))[0];
}
