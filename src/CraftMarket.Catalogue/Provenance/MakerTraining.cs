using CraftMarket.Kernel.Facts;
using Marten;
using Marten.Schema;
using Weasel.Postgresql.Tables;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Which person sells as which artisan, as Training told.</summary>
public sealed record MakerPerson(Guid Id, PersonId PersonId)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_makerperson";
}

/// <summary>A training that a person finished.</summary>
public sealed record MakerTraining(Guid Id, PersonId PersonId, BatchId BatchId, DateOnly On)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_makertraining";

    public static void ConfigureMarten(DocumentMapping mapping) =>
        mapping.Indexes.Add(new IndexDefinition("mt_doc_makertraining_person") { Columns = ["(data ->> 'PersonId')"] });
}

/// <summary>What may be told of a batch beside somebody's goods: the title that Training lets buyers read, and nothing of what
/// the office calls it.</summary>
/// <param name="Told">Null when nothing may be told.</param>
public sealed record TrainingTitle(Guid Id, string? Told)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_trainingtitle";
}

/// <summary>Whether a person lets buyers read which training they finished.</summary>
/// <param name="Revision">Of the consents that said so; an older word that arrives late is ignored.</param>
public sealed record TrainingConsent(Guid Id, bool Given, long Revision)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_trainingconsent";
}

/// <summary>An artisan was welcomed: from now on the person's training can be named, if they agree.</summary>
public static class MakerPersonHandler
{
    public static IMartenOp Handle(ArtisanWelcomed fact) => MartenOps.Store(new MakerPerson(fact.ArtisanId.Value, fact.PersonId));
}

/// <summary>Somebody finished a training.</summary>
public static class MakerTrainingHandler
{
    public static IMartenOp Handle(TrainingCompleted fact) => MartenOps.Store(new MakerTraining(
        NewId.For("maker-training", fact.PersonId.Value.ToString(), fact.BatchId.Value.ToString()), fact.PersonId,
        fact.BatchId, fact.On));
}

/// <summary>Training said what buyers may read of a batch.</summary>
public static class TrainingTitleHandler
{
    public static IMartenOp Handle(BatchOpened fact) => MartenOps.Store(new TrainingTitle(fact.BatchId.Value, fact.PublicTitle));
}

/// <summary>Somebody agreed, or took it back: then nothing is shown from this moment on.</summary>
public static class TrainingConsentHandler
{
    public static Task<TrainingConsent?> LoadAsync(ConsentsStand fact, IDocumentSession session,
        CancellationToken cancellation) =>
        session.LoadAsync<TrainingConsent>(fact.PersonId.Value, cancellation);

    public static IEnumerable<IMartenOp> Handle(ConsentsStand fact, TrainingConsent? known)
    {
        if (known is null || fact.Revision > known.Revision)
            yield return MartenOps.Store(new TrainingConsent(fact.PersonId.Value, fact.Purposes.Contains(ConsentPurpose.Training),
                fact.Revision));
    }
}

/// <summary>Somebody was erased: nothing leads from the goods to the person any more, and the shop closes.</summary>
public static class ErasedMakerHandler
{
    public static Task<IReadOnlyList<MakerPerson>> LoadAsync(PersonErased fact, IQuerySession session,
        CancellationToken cancellation) =>
        session.Query<MakerPerson>().Where(x => x.PersonId == fact.PersonId).ToListAsync(cancellation);

    // Whoever has to know the shop is told here: after this nobody can find out any more whose it was.
    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(PersonErased fact, IReadOnlyList<MakerPerson> makers) => (
    [
        MartenOps.DeleteWhere<MakerPerson>(x => x.PersonId == fact.PersonId),
        MartenOps.DeleteWhere<MakerTraining>(x => x.PersonId == fact.PersonId),
        MartenOps.DeleteWhere<TrainingConsent>(x => x.Id == fact.PersonId.Value),
    ], [.. makers.Select(x => new CloseShop(new(x.Id)))]);
}

/// <summary>Reads by whom a maker was trained.</summary>
[Obeys(ConsentPurpose.Training)]
public static class TrainedBy
{
    /// <summary>The title of the latest training that has one in SQL, for <c>c</c>, a product's card; null unless the maker
    /// agrees now.</summary>
    internal const string Sql = $"""
        (select b.data ->> 'Told' from {MakerPerson.Table} as m
            join {TrainingConsent.Table} as a on a.id = (m.data ->> 'PersonId')::uuid and a.data -> 'Given' = 'true'
            join {MakerTraining.Table} as t on t.data ->> 'PersonId' = m.data ->> 'PersonId'
            join {TrainingTitle.Table} as b on b.id = (t.data ->> 'BatchId')::uuid
            where m.id = (c.data -> 'artisan' ->> 'id')::uuid and b.data ->> 'Told' is not null order by t.data ->> 'On' desc
                limit 1)
        """;

    /// <summary>Batches of which Training told before it said what buyers may read.</summary>
    public static async Task<IReadOnlyList<BatchId>> UntitledTrainings(this IQuerySession session,
        CancellationToken cancellation) =>
        [.. (await session.QueryAsync<TrainingTitle>("where not jsonb_exists(data, 'Told')", cancellation))
            .Select(x => new BatchId(x.Id))];

    /// <summary>The training that may be named beside this artisan's goods; null when there is none or the artisan does not
    /// agree.</summary>
    public static async Task<string?> TrainingShownFor(this IQuerySession session, ArtisanId artisan,
        CancellationToken cancellation) =>
        (await session.AdvancedSql.QueryAsync<string>($"select coalesce({Sql}, '') from (select jsonb_build_object('artisan', "
            + $"jsonb_build_object('id', ?::text)) as data) as c",
            cancellation, artisan.Value.ToString())) is [{ Length: > 0 } name, ..] ? name : null;

    /// <summary>The training that would be named if the person agreed, for the page where they decide.</summary>
    public static async Task<string?> TrainingOf(this IQuerySession session, PersonId person, CancellationToken cancellation)
    {
        var finished = await session.Query<MakerTraining>().Where(x => x.PersonId == person).ToListAsync(cancellation);
        var titles = (await session.LoadManyAsync<TrainingTitle>(cancellation, finished.Select(x => x.BatchId.Value)))
            .ToDictionary(x => x.Id, x => x.Told);
        return finished.OrderByDescending(x => x.On).Select(x => titles.GetValueOrDefault(x.BatchId.Value))
            .FirstOrDefault(x => x is not null);
    }
}
