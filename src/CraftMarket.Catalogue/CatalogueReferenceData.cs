using Marten;

namespace CraftMarket.Catalogue;

/// <summary>Categories, smoking words and village identities to begin with. What an office has changed since is left alone.</summary>
internal sealed class CatalogueReferenceData(IDocumentStore store) : IReferenceData
{
    private static readonly Category[] Categories =
    [
        new("tas", new("Tas", "Bags"), false, 1),
        new("dompet", new("Dompet", "Wallets"), false, 2),
        new("gantungan-kunci", new("Gantungan kunci", "Key rings"), false, 3),
        new("bingkai", new("Bingkai", "Frames"), false, 4),
        new("anyaman", new("Anyaman", "Wickerwork"), false, 5),
        new("tenun", new("Tenun", "Weaving"), false, 6),
        new("makanan", new("Makanan", "Food"), false, 7),
        new("lainnya", new("Lainnya", "Other"), false, 8),
        new("rokok", new("Rokok", "Cigarettes"), true, 9),
        new("tembakau-iris", new("Tembakau iris", "Shag tobacco"), true, 10),
    ];

    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        await Missing(session, Categories, x => x.Id, cancellation);
        await Missing(session, [SmokingWords.Initial], x => x.Id, cancellation);
        await Missing(session, VillageIdentity.Initial, x => x.Id, cancellation);
        await session.SaveChangesAsync(cancellation);
    }

    private static async Task Missing<T>(IDocumentSession session, T[] wanted, Func<T, string> id, CancellationToken cancellation) where T : notnull
    {
        var known = (await session.LoadManyAsync<T>(cancellation, wanted.Select(id))).Select(id).ToHashSet();
        session.Store(wanted.Where(x => !known.Contains(id(x))).ToArray());
    }
}
