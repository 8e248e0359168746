using Marten;

namespace CraftMarket.Kernel;

/// <summary>For which owner the facts of older streams were written down, so that it happens once.</summary>
public sealed record DerivedFacts(string Id);

/// <summary>Writes down, once, what older streams of an owner imply and newer ones say as facts (decision 0040).</summary>
/// <remarks>Goes on after a crash: a stream that says it already is not among those without it.</remarks>
public abstract class EarlierFacts(IDocumentStore store, string owner) : IReferenceData
{
    private const int AtATime = 200;

    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<DerivedFacts>(owner, cancellation) is not null) return;
        await DeriveAsync(cancellation);
        session.Store(new DerivedFacts(owner));
        await session.SaveChangesAsync(cancellation);
    }

    protected abstract Task DeriveAsync(CancellationToken cancellation);

    /// <summary>Appends what is implied to every stream that says the earlier event and not yet the fact.</summary>
    protected async Task AppendAsync(string earlier, string fact,
        Func<IDocumentSession, Guid, Task<IReadOnlyList<object>>> implied, CancellationToken cancellation)
    {
        await using var reader = store.QuerySession();
        var streams = await reader.AdvancedSql.QueryAsync<Guid>($"""
            select distinct e.stream_id from {EventTables.Events} as e where e.type = ? and not e.is_archived and not exists
                (select from {EventTables.Events} as f where f.stream_id = e.stream_id and f.type = ?)
            """, cancellation, earlier, fact);
        foreach (var some in streams.Order().Chunk(AtATime))
        {
            await using var session = store.LightweightSession();
            foreach (var stream in some)
                if (await implied(session, stream) is { Count: > 0 } facts) session.Events.Append(stream, [.. facts]);
            await session.SaveChangesAsync(cancellation);
        }
    }
}
