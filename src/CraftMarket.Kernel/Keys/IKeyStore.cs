using Marten;

namespace CraftMarket.Kernel;

/// <summary>Keeps everybody's keys apart from what they open, so that destroying a key reaches the backups of the data too
/// (decision 0031).</summary>
public interface IKeyStore
{
    /// <summary>The keys of all of them at once, to open what a list or a page shows.</summary>
    Task<LoadedKeys> TakeAsync(IQuerySession session, IEnumerable<Subject> whose, CancellationToken cancellation);

    /// <summary>The key to seal under: the one that is there, a new one, or one that says that it was destroyed.</summary>
    /// <param name="inRow">The key that a document of theirs still holds itself, from before there was this store.</param>
    Task<SubjectKey> OfAsync(IQuerySession session, Subject whose, CancellationToken cancellation, WrappedKey? inRow = null);

    /// <summary>A key for somebody who has none yet, without a look where that can be.</summary>
    Task<SubjectKey> NewAsync(Subject whose, CancellationToken cancellation);

    /// <summary>Destroys keys for good. What is destroyed stays destroyed: no key of the same id is ever made again.</summary>
    Task DestroyAsync(IDocumentSession session, IReadOnlyCollection<Subject> whose, CancellationToken cancellation);
}
