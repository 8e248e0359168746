using Marten;

namespace CraftMarket.People.Keys;

/// <summary>Keys in a database of their own (<c>ConnectionStrings__Keys</c>). A key lies there before anything is sealed under
/// it.</summary>
public sealed class KeysApart(KeyTable table, MasterKey master) : IKeyStore
{
    public async Task<LoadedKeys> TakeAsync(IQuerySession session, IEnumerable<Subject> whose, CancellationToken cancellation)
    {
        Guid[] subjects = [.. whose.Select(x => x.Value).Distinct()];
        return new(master, (subjects.Length == 0 ? [] : await table.FindAsync(subjects, cancellation))
            .ToDictionary(x => x.Subject));
    }

    public async Task<SubjectKey> OfAsync(IQuerySession session, Subject whose, CancellationToken cancellation,
        WrappedKey? inRow = null) =>
        await table.FindAsync([whose.Value], cancellation) is [var found] ? found
            : await table.KeepAsync(whose.Value, inRow ?? master.NewKey(), cancellation);

    public Task<SubjectKey> NewAsync(Subject whose, CancellationToken cancellation) =>
        table.KeepAsync(whose.Value, master.NewKey(), cancellation);

    public Task DestroyAsync(IDocumentSession session, IReadOnlyCollection<Subject> whose, CancellationToken cancellation) =>
        table.DestroyAsync([.. whose.Select(x => x.Value)], cancellation);
}
