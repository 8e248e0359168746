using Marten;

namespace CraftMarket.People.Persons;

/// <summary>Names for a list that somebody may see.</summary>
public static class PersonNames
{
    /// <summary>The names of these people; whoever was erased is missing.</summary>
    public static async Task<IReadOnlyDictionary<PersonId, string>> Of(IQuerySession session, IKeyStore keys,
        IReadOnlyCollection<PersonId> people, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(keys);
        var ids = people.Distinct().ToArray();
        var files = ids.Length == 0 ? [] : await session.Query<PersonFile>().Where(x => x.Id.IsOneOf(ids))
            .ToListAsync(cancellation);
        var atHand = await keys.TakeAsync(session, files.Select(x => (Subject)x.Id), cancellation);
        return files.Select(x => (x.Id, Details: x.Read(atHand))).Where(x => x.Details is not null)
            .ToDictionary(x => x.Id, x => x.Details!.Name);
    }
}
