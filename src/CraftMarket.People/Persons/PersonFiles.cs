using Marten;

namespace CraftMarket.People.Persons;

/// <summary>Somebody looked at a person's details.</summary>
/// <param name="Reader">Account id of who looked.</param>
/// <param name="Purpose">Why, in a word or two such as <c>verification</c>.</param>
public sealed record AccessLogEntry(Guid Id, string Reader, PersonId Whose, DateTimeOffset At, string Purpose);

/// <summary>Shows one person's details to somebody who may see them, and writes down that they did.</summary>
public static class PersonFiles
{
    /// <returns>Null for somebody unknown or erased.</returns>
    public static async Task<PersonalDetails?> ReadAsync(IDocumentSession session, IKeyStore keys, PersonId person, string reader,
        string purpose, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(keys);
        if (await session.LoadAsync<PersonFile>((object)person, cancellation) is not { } file) return null;
        session.Insert(new AccessLogEntry(Guid.CreateVersion7(now), reader, person, now, purpose));
        // Written before anything is shown: no log entry, no look.
        await session.SaveChangesAsync(cancellation);
        return file.Read(await keys.TakeAsync(session, [person], cancellation));
    }

    /// <summary>Who looked at this person's details, latest first.</summary>
    public static Task<IReadOnlyList<AccessLogEntry>> ReadersOf(IQuerySession session, PersonId person,
        CancellationToken cancellation = default) =>
        session.Query<AccessLogEntry>().Where(x => x.Whose == person).OrderByDescending(x => x.At).ToListAsync(cancellation);
}
