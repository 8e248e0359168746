using Marten;

namespace CraftMarket.People.Keys;

/// <summary>Keys in the market's own database, in a schema of their own: read and written with the documents, left out of their
/// backup.</summary>
public sealed class KeysBeside(MasterKey master) : IKeyStore
{
    private const string Find = """
        select jsonb_build_object('Subject', subject, 'Wrapped', wrapped) from keys.subject_keys where subject = any(?)
        """;

    public async Task<LoadedKeys> TakeAsync(IQuerySession session, IEnumerable<Subject> whose, CancellationToken cancellation) =>
        new(master, (await FindAsync(session, [.. whose.Select(x => x.Value).Distinct()], cancellation))
            .ToDictionary(x => x.Subject));

    public async Task<SubjectKey> OfAsync(IQuerySession session, Subject whose, CancellationToken cancellation,
        WrappedKey? inRow = null) =>
        await FindAsync(session, [whose.Value], cancellation) is [var found] ? found : New(whose, inRow);

    public Task<SubjectKey> NewAsync(Subject whose, CancellationToken cancellation) => Task.FromResult(New(whose, null));

    public Task DestroyAsync(IDocumentSession session, IReadOnlyCollection<Subject> whose, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.QueueSqlCommand(KeyTable.Destroy("?"), (object)whose.Select(x => x.Value).ToArray());
        return Task.CompletedTask;
    }

    private SubjectKey New(Subject whose, WrappedKey? inRow) => new(whose.Value, inRow ?? master.NewKey()) { IsNew = true };

    private static async Task<IReadOnlyList<SubjectKey>> FindAsync(IQuerySession session, Guid[] subjects,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        return subjects.Length == 0 ? [] : await session.AdvancedSql.QueryAsync<SubjectKey>(Find, cancellation, subjects);
    }
}
