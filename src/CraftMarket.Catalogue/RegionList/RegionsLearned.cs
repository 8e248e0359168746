using Marten;

namespace CraftMarket.Catalogue;

/// <summary>Lets this node know the regions that were imported, on whichever node that was.</summary>
public sealed class RegionsLearned(IDocumentStore store)
{
    private int _edition;

    /// <summary>Reads the list anew when it has changed since.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var edition =
            await session.QueryAsync<int>($"select coalesce(max((data ->> 'Edition')::int), 0) from {Gazetteer.Table}",
            cancellation);
        if (edition[0] == Volatile.Read(ref _edition)) return;
        if (await session.LoadAsync<Gazetteer>(Gazetteer.TheOnly, cancellation) is not { } gazetteer) return;
        Regions.Learn(gazetteer.Known());
        Volatile.Write(ref _edition, gazetteer.Edition);
    }
}
