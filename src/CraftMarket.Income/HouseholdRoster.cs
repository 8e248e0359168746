using System.Text.Json.Serialization;

namespace CraftMarket.Income;

/// <summary>Who lived in a household in a month, sealed under the participant's key: it tells of children too.</summary>
/// <param name="Id">Participant and month.</param>
/// <param name="Key">Only in rosters older than the key store.</param>
public sealed record HouseholdRoster(Guid Id, PersonId PersonId, LocalMonth Month, SealedBox Members,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WrappedKey? Key = null)
{
    /// <summary>Null when the participant was erased.</summary>
    public IReadOnlyList<HouseholdMember>? Read(LoadedKeys keys) => keys.Open<HouseholdMember[]>(PersonId, Members, Key);

    public static HouseholdRoster Seal(PersonId person, LocalMonth month, IReadOnlyList<HouseholdMember> members,
        MasterKey master, SubjectKey key) => new(
        NewId.For("household-roster", person.Value.ToString(), month.ToString()), person, month,
        master.Seal(key.Wrapped!, members));
}
