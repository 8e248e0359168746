using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Issues rules for using a village's mark. Who has the mark keeps it; who applies from now on accepts these.</summary>
/// <param name="Seen">The edition of the village that the writer had before them; null to issue whatever is there.</param>
public sealed record IssueMarkRules(VillageId VillageId, Wording Rules, int? Seen = null);

public static class IssueMarkRulesHandler
{
    public const int LongestRules = 4_000;

    public static Refusal? Validate(IssueMarkRules command, Village village) => command.Rules == village.Rules?.Text ? null
        : village.Stale(command.Seen) ?? Problem(command);

    private static Refusal? Problem(IssueMarkRules command) => command.Rules.Indonesian.Length is >= 20 and <= LongestRules
        && command.Rules.English.Length <= LongestRules ? null
        : Refusal.Invalid("rules_length", "Tulis aturan dalam 20 sampai 4.000 huruf.",
            "Write the rules in 20 to 4,000 letters.", "rules");

    public static (Answer, Events) Handle(IssueMarkRules command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Village village, DateTimeOffset now) =>
        command.Rules == village.Rules?.Text
            ? (new VillageWritten(village.Edition), [])
            : (new VillageWritten(village.Edition + 1),
                [new VillageMarkRulesIssued((village.Rules?.Number ?? 0) + 1, command.Rules, now)]);
}
