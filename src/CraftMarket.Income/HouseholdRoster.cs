namespace CraftMarket.Income;

/// <summary>Who lived in a household in a month, sealed: it tells of children too. Deleting it erases it.</summary>
/// <param name="Id">Participant and month.</param>
public sealed record HouseholdRoster(Guid Id, PersonId PersonId, LocalMonth Month, WrappedKey Key, SealedBox Members)
{
    public IReadOnlyList<HouseholdMember> Read(MasterKey master) => master.Open<HouseholdMember[]>(Key, Members);

    /// <summary>Writes sealed rosters.</summary>
    public sealed class Pad(MasterKey master)
    {
        public HouseholdRoster Write(PersonId person, LocalMonth month, IReadOnlyList<HouseholdMember> members)
        {
            var key = master.NewKey();
            return new(NewId.For("household-roster", person.Value.ToString(), month.ToString()), person, month, key,
                master.Seal(key, members));
        }
    }
}
