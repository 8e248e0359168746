using CraftMarket.Kernel.Facts;
using Marten;
using Marten.Events.Projections;
using Marten.Schema;
using Weasel.Postgresql.Tables;

namespace CraftMarket.Catalogue;

/// <summary>Which person sells as which artisan.</summary>
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
public sealed record TrainingConsent(Guid Id, bool Given)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_trainingconsent";
}

/// <summary>Reads who sells as which artisan, which trainings they finished and whether they let that be told. Inline: what
/// somebody takes back is shown no more from that moment on.</summary>
public sealed partial class MakerTrainings : EventProjection
{
    public MakerTrainings()
    {
        Name = "MakerTrainings";
        Options.DeleteViewTypeOnTeardown<MakerPerson>();
        Options.DeleteViewTypeOnTeardown<MakerTraining>();
        Options.DeleteViewTypeOnTeardown<TrainingTitle>();
        Options.DeleteViewTypeOnTeardown<TrainingConsent>();
        Options.DeleteViewTypeOnTeardown<ShopConsent>();
    }

    public void Project(ArtisanWelcomed e, IDocumentOperations operations) =>
        operations.Store(new MakerPerson(e.ArtisanId.Value, e.PersonId));

    public void Project(TrainingCompleted e, IDocumentOperations operations) => operations.Store(new MakerTraining(
        NewId.For("maker-training", e.PersonId.Value.ToString(), e.BatchId.Value.ToString()), e.PersonId, e.BatchId, e.On));

    public void Project(BatchOpened e, IDocumentOperations operations) =>
        operations.Store(new TrainingTitle(e.BatchId.Value, e.PublicTitle));

    public void Project(ConsentGiven e, IDocumentOperations operations)
    {
        if (e.Purpose == ConsentPurpose.Training) operations.Store(new TrainingConsent(e.PersonId.Value, true));
        if (e.Purpose == ConsentPurpose.Shop) operations.Store(new ShopConsent(e.PersonId.Value, false));
    }

    public void Project(ConsentWithdrawn e, IDocumentOperations operations)
    {
        if (e.Purpose == ConsentPurpose.Training) operations.Store(new TrainingConsent(e.PersonId.Value, false));
        if (e.Purpose == ConsentPurpose.Shop) operations.Store(new ShopConsent(e.PersonId.Value, true));
    }

    /// <summary>Nothing leads from the goods to the person any more.</summary>
    public void Project(PersonErased e, IDocumentOperations operations)
    {
        operations.DeleteWhere<MakerPerson>(x => x.PersonId == e.PersonId);
        operations.DeleteWhere<MakerTraining>(x => x.PersonId == e.PersonId);
        operations.Delete<TrainingConsent>(e.PersonId.Value);
        operations.Delete<ShopConsent>(e.PersonId.Value);
    }
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

    /// <summary>The training that may be named beside an artisan's goods, by the artisan's id as a text; empty when there is none
    /// or the artisan does not agree.</summary>
    internal const string OfArtisan = $"select coalesce({Sql}, '') from (select jsonb_build_object('artisan', "
        + "jsonb_build_object('id', ?::text)) as data) as c";

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
