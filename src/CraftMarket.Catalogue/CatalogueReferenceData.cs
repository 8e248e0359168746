using Marten;
using Npgsql;

namespace CraftMarket.Catalogue;

/// <summary>Categories and their classes, smoking words, synonyms, stages of the roll-out and the pilot village to begin with.
/// What an office has changed since is left alone.</summary>
internal sealed class CatalogueReferenceData(IDocumentStore store, NpgsqlDataSource database) : IReferenceData
{
    private static readonly Category[] Categories =
    [
        new("tas", new("Tas", "Bags"), false, 1, GoodsClass.Craft),
        new("dompet", new("Dompet", "Wallets"), false, 2, GoodsClass.Craft),
        new("gantungan-kunci", new("Gantungan kunci", "Key rings"), false, 3, GoodsClass.Craft),
        new("bingkai", new("Bingkai", "Frames"), false, 4, GoodsClass.Craft),
        new("anyaman", new("Anyaman", "Wickerwork"), false, 5, GoodsClass.Craft),
        new("tenun", new("Tenun", "Weaving"), false, 6, GoodsClass.Craft),
        new("makanan", new("Makanan", "Food"), false, 7, GoodsClass.Food),
        new("lainnya", new("Lainnya", "Other"), false, 8),
        new("briket", new("Briket", "Briquettes"), false, 11, GoodsClass.ByProduct),
        new("asap-cair", new("Asap cair", "Liquid smoke"), false, 12, GoodsClass.ByProduct),
        new("rokok", new("Rokok", "Cigarettes"), true, 9, GoodsClass.Smoking),
        new("tembakau-iris", new("Tembakau iris", "Shag tobacco"), true, 10, GoodsClass.Smoking),
    ];

    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        await Missing(session, Categories, x => x.Id, cancellation);
        await Missing(session, GoodsClass.Initial, x => x.Id, cancellation);
        await Missing(session, ReasonTemplate.Initial, x => x.Id, cancellation);
        await Missing(session, [CurationRules.Initial], x => x.Id, cancellation);
        await Missing(session, ProvenanceWord.Initial, x => x.Id, cancellation);
        await Missing(session, [SmokingWords.Initial], x => x.Id, cancellation);
        await Missing(session, RolloutStage.Initial, x => x.Id, cancellation);
        if (await session.LoadAsync<Synonyms>(Synonyms.TheOnly, cancellation) is null)
            session.Events.StartStream<Synonyms>(Synonyms.TheOnly, new SynonymsChanged(Synonyms.Initial));
        await session.SaveChangesAsync(cancellation);
        await SeedVillages.EnsureAsync(store, cancellation);
        await using var notes = database.CreateCommand(IndexChangeLog.CatchUp);
        await notes.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task Missing<T>(IDocumentSession session, T[] wanted, Func<T, string> id,
        CancellationToken cancellation) where T : notnull
    {
        var known = (await session.LoadManyAsync<T>(cancellation, wanted.Select(id))).Select(id).ToHashSet();
        session.Store(wanted.Where(x => !known.Contains(id(x))).ToArray());
    }
}
