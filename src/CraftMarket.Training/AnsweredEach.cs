namespace CraftMarket.Training;

/// <summary>What each of the people of one command was answered: some may be refused what others are given.</summary>
public sealed record AnsweredEach(IReadOnlyDictionary<PersonId, Answer> Answers) : Answer
{
    public Dictionary<PersonId, Refusal> Refused =>
        Answers.Where(x => x.Value is Refusal).ToDictionary(x => x.Key, x => (Refusal)x.Value);

    /// <summary>For who asked for one person; what refuses the whole command is that person's answer too.</summary>
    public static Answer Of(Answer answer, PersonId person) => answer is AnsweredEach each ? each.Answers[person] : answer;
}
