using CraftMarket.People.Persons;
using Marten;

namespace CraftMarket.People.Accounts;

/// <summary>The names of an account's holder, which make no password.</summary>
public sealed class OwnNames(IDocumentStore store, IKeyStore keys)
{
    /// <summary>None for the office's own people, of whom no file is kept, and for who was erased.</summary>
    internal async Task<IEnumerable<string>> OfAsync(Account account, CancellationToken cancellation)
    {
        if (account.PersonId is not { } person) return [];
        await using var session = store.QuerySession();
        return (await PersonNames.Of(session, keys, [person], cancellation)).Values;
    }
}
