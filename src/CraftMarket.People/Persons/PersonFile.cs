using System.Text.Json.Serialization;

namespace CraftMarket.People.Persons;

/// <summary>Who somebody is, as they told the office. Never printed: it must not reach a log by accident.</summary>
/// <param name="Sex"><c>f</c> or <c>m</c>.</param>
/// <param name="Phone">As typed when it comes in, in E.164 form when it is read.</param>
/// <param name="Village">The home village.</param>
public sealed record PersonalDetails(string Name, string Nik, DateOnly BirthDate, string Sex, string? Phone, RegionCode Village)
{
    public const int ShortestName = 2, LongestName = 100;

    public override string ToString() => "personal details ****";
}

/// <summary>What lies in the sealed box of a file.</summary>
/// <param name="OverrideReason">Why somebody of the same name, birth date and village is another person.</param>
internal sealed record PersonalRecord(PersonalDetails Details, string? OverrideReason);

/// <summary>The one place where a person's details lie, sealed under a key of their own, which lies in the key store.</summary>
/// <param name="NikHash">Keyed hash of the identity number; unique.</param>
/// <param name="NameHash">Keyed hash of name, birth date and village.</param>
/// <param name="NikDiffers">The number does not agree with the stated birth date or sex. It happens; somebody should
/// look.</param>
/// <param name="Key">Only in files older than the key store that <c>setup</c> has not come to yet.</param>
public sealed record PersonFile(PersonId Id, SealedBox Sealed, string NikHash, string NameHash, bool NikDiffers,
    DateTimeOffset OpenedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WrappedKey? Key = null)
{
    /// <summary>Null when the person's key was destroyed.</summary>
    public PersonalDetails? Read(LoadedKeys keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return keys.Open<PersonalRecord>(Id, Sealed, Key)?.Details;
    }
}

/// <summary>All that is left of somebody who was erased: an id that nothing personal can be found by.</summary>
public sealed record ErasedPerson(PersonId Id, DateTimeOffset At);
