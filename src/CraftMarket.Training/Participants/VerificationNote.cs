namespace CraftMarket.Training.Participants;

/// <summary>What a companion wrote about a visit, sealed: it may name people. Deleting it erases it.</summary>
/// <param name="Id">Participant and day of the visit.</param>
public sealed record VerificationNote(Guid Id, PersonId PersonId, DateOnly VisitedOn, WrappedKey Key, SealedBox Text)
{
    public string Read(MasterKey master) => master.Open<string>(Key, Text);

    /// <summary>Writes sealed notes.</summary>
    public sealed class Pad(MasterKey master)
    {
        public VerificationNote Write(PersonId person, DateOnly visitedOn, string text)
        {
            var key = master.NewKey();
            return new(NewId.For("verification-note", person.Value.ToString(), visitedOn.ToString("O")), person, visitedOn, key,
                master.Seal(key, text));
        }
    }
}
