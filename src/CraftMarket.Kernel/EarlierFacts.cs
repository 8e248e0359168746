using Marten;

namespace CraftMarket.Kernel;

/// <summary>For which owner the facts of older streams were written down, so that it happens once.</summary>
public sealed record DerivedFacts(string Id)
{
    /// <summary>Its table, for queries that name it.</summary>
    public const string Table = "market.mt_doc_derivedfacts";
}

/// <summary>Writes down, once, what older streams of an owner imply and newer ones say as facts (decision 0040).</summary>
/// <remarks>Goes on after a crash: each step is stored before the next is looked for, and none is taken twice.</remarks>
public abstract class EarlierFacts(IDocumentStore store, string owner) : IReferenceData
{
    /// <summary>How many are looked at in one step.</summary>
    protected const int AtATime = 200;

    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<DerivedFacts>(owner, cancellation) is not null) return;
        await DeriveAsync(cancellation);
        session.Store(new DerivedFacts(owner));
        await session.SaveChangesAsync(cancellation);
    }

    protected abstract Task DeriveAsync(CancellationToken cancellation);

    /// <summary>Takes steps until one says that there was nothing left.</summary>
    protected async Task InStepsAsync(Func<IDocumentSession, Task<bool>> step, CancellationToken cancellation)
    {
        for (var more = true; more;)
        {
            await using var session = store.LightweightSession();
            more = await step(session);
            await session.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>Appends what is implied to every stream that says the earlier event and not yet the fact.</summary>
    protected async Task AppendAsync(string earlier, string fact,
        Func<IDocumentSession, Guid, Task<IReadOnlyList<object>>> implied, CancellationToken cancellation)
    {
        var last = Guid.Empty;
        await InStepsAsync(async session =>
        {
            var streams = await session.AdvancedSql.QueryAsync<Guid>($"""
                select distinct e.stream_id from {EventTables.Events} as e
                where e.stream_id > ? and e.type = ? and not e.is_archived and not exists
                    (select from {EventTables.Events} as f where f.stream_id = e.stream_id and f.type = ?)
                order by e.stream_id limit {AtATime}
                """, cancellation, last, earlier, fact);
            foreach (var stream in streams)
                if (await implied(session, last = stream) is { Count: > 0 } facts) session.Events.Append(stream, [.. facts]);
            return streams.Count > 0;
        }, cancellation);
    }
}
