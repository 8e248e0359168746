using System.Text.Json.Serialization;

namespace CraftMarket.Training.Participants;

/// <summary>What a companion wrote about a visit, sealed under the person's key: it may name people.</summary>
/// <param name="Id">Participant and day of the visit.</param>
/// <param name="Key">Only in notes older than the key store.</param>
public sealed record VerificationNote(Guid Id, PersonId PersonId, DateOnly VisitedOn, SealedBox Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WrappedKey? Key = null)
{
    /// <summary>Null when the person was erased.</summary>
    public string? Read(LoadedKeys keys) => keys.Open<string>(PersonId, Text, Key);

    public static VerificationNote Seal(PersonId person, DateOnly visitedOn, string text, MasterKey master, SubjectKey key) =>
        new(
        NewId.For("verification-note", person.Value.ToString(), visitedOn.ToString("O")), person, visitedOn,
        master.Seal(key.Wrapped!, text));
}
