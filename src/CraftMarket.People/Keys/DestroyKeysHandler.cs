using Marten;

namespace CraftMarket.People.Keys;

/// <summary>Whoever erases something sealed has its key destroyed here; telling it twice does no harm.</summary>
public static class DestroyKeysHandler
{
    public static Task Handle(DestroyKeys command, IDocumentSession session, IKeyStore keys, CancellationToken cancellation) =>
        keys.DestroyAsync(session, [.. command.Subjects.Select(x => new Subject(x))], cancellation);
}
