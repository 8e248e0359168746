using Marten;

namespace CraftMarket.People.Persons;

/// <summary>Names for a list that somebody may see.</summary>
public static class PersonNames
{
    /// <summary>The names of these people; whoever was erased is missing.</summary>
    public static async Task<IReadOnlyDictionary<PersonId, string>> Of(IQuerySession session, MasterKey master,
        IReadOnlyCollection<PersonId> people, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var ids = people.Distinct().ToArray();
        var files = ids.Length == 0 ? [] : await session.Query<PersonFile>().Where(x => x.Id.IsOneOf(ids)).ToListAsync(cancellation);
        return files.ToDictionary(x => x.Id, x => x.Read(master).Name);
    }
}
