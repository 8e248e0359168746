using JasperFx;
using Marten;
using Marten.Exceptions;
using Npgsql;
using Wolverine.ErrorHandling;
using Wolverine.Marten;
using Wolverine.Runtime.Handlers;

namespace CraftMarket.People.Persons;

/// <summary>Opens the file of somebody whom the office meets for the first time.</summary>
/// <param name="OverrideReason">Why this is another person than the one of the same name, birth date and village.</param>
public sealed record OpenPersonFile(PersonId PersonId, PersonalDetails Details, string? OverrideReason = null) : Confidential;

/// <summary>Who is already known when a file is to be opened.</summary>
/// <param name="WasErased">The id belonged to somebody who asked to be forgotten.</param>
/// <param name="Key">What the file will be sealed under; null when there is nothing to seal.</param>
public sealed record PersonLookup(PersonFile? Same, bool WasErased, PersonId? OfSameNik, PersonId? OfSameName,
    SubjectKey? Key = null);

public static class OpenPersonFileHandler
{
    /// <summary>Two desks registered the same identity number at once: the unique index let one pass, the other looks again and
    /// finds it.</summary>
    public static void Configure(HandlerChain chain)
    {
        chain.OnException<MartenCommandException>(IsTaken).RetryTimes(3);
        chain.OnException<DocumentAlreadyExistsException>().RetryTimes(3);
    }

    public static async Task<PersonLookup> LoadAsync(OpenPersonFile command, IQuerySession session, MasterKey master,
        IKeyStore keys, CancellationToken cancellation)
    {
        if (command.Details.Nik is null || command.Details.Name is null) return new(null, false, null, null);
        var hashes = PersonHashes.Of(command.Details, master);
        return new(await session.LoadAsync<PersonFile>((object)command.PersonId, cancellation),
            await session.LoadAsync<ErasedPerson>((object)command.PersonId, cancellation) is not null,
            (await session.Query<PersonFile>().FirstOrDefaultAsync(x => x.NikHash == hashes.Nik, cancellation))?.Id,
            (await session.Query<PersonFile>().FirstOrDefaultAsync(x => x.NameHash == hashes.Name, cancellation))?.Id,
            await keys.OfAsync(session, command.PersonId, cancellation));
    }

    /// <summary>Needs nothing but the details, so the edge can tell of all that is wrong at once.</summary>
    public static Refusal? WhyNotFor(PersonalDetails details, PeopleRules rules, DateTimeOffset now) =>
        PersonalDetailsRules.Check(details, rules, LocalMonth.DayOf(now));

    public static Refusal? Validate(OpenPersonFile command, PersonLookup known, PeopleRules rules, DateTimeOffset now)
    {
        if (PersonalDetailsRules.Check(command.Details, rules, LocalMonth.DayOf(now)) is { } refusal) return refusal;
        if (known.WasErased || known.Key is { IsDestroyed: true }) return SubjectKey.Erased;
        if (known.OfSameNik is { } sameNik) return sameNik == command.PersonId ? null
            : Duplicate(sameNik, "NIK yang sama", "the same NIK");
        if (known.Same is not null) return Duplicate(command.PersonId, "nomor berkas yang sama", "the same file number");
        return known.OfSameName is { } sameName && string.IsNullOrWhiteSpace(command.OverrideReason)
            ? Duplicate(sameName, "nama, tanggal lahir dan desa yang sama", "the same name, birth date and village")
            : null;
    }

    public static (Answer, IEnumerable<IMartenOp>) Handle(OpenPersonFile command, PersonLookup known, MasterKey master,
        DateTimeOffset now)
    {
        if (known.OfSameNik is not null) return (Done.Instance, []);
        var (details, hashes, key) = (PersonalDetailsRules.Tidy(command.Details), PersonHashes.Of(command.Details, master),
            known.Key!);
        var differs = Nik.TryParse(details.Nik, out var nik) && !nik.Matches(details.BirthDate, details.Sex == "f");
        return (Done.Instance, [key.Keep(), MartenOps.Insert(new PersonFile(command.PersonId,
            master.Seal(key.Wrapped!, new PersonalRecord(details, command.OverrideReason)), hashes.Nik, hashes.Name,
            differs, now))]);
    }

    private static Refusal Duplicate(PersonId other, string indonesian, string english) =>
        Refusal.Conflict("duplicate", $"Sudah ada orang dengan {indonesian}. Buka berkas itu, jangan daftarkan lagi.",
            $"There is already a person with {english}. Open that file instead of registering again.")
        with
        {
            Details = new Dictionary<string, object?> { ["id"] = other.Value },
        };

    private static bool IsTaken(MartenCommandException e) =>
        e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
