using Marten.Linq.MatchesSql;

namespace CraftMarket.Training.Participants;

/// <summary>The same question as <see cref="VerificationRule.Of"/>, asked of the database for a whole list.</summary>
internal static class StandingSql
{
    private const string Found = "d.data #>> '{LastVisit,Outcome}' in ('valid', 'changed')";
    private const string HoldsUntil = "(d.data #>> '{LastVisit,On}')::date + make_interval(months => ?)";

    public static IQueryable<Participant> Standing(this IQueryable<Participant> people, Standing? standing, VerificationRule rule,
        DateOnly today) =>
        standing switch
        {
            null => people,
            Participants.Standing.NotVerified => people.Where(x => x.MatchesSql("d.data #>> '{LastVisit,On}' is null")),
            Participants.Standing.Unavailable =>
                people.Where(x => x.MatchesSql("d.data #>> '{LastVisit,Outcome}' not in ('valid', 'changed')")),
            Participants.Standing.Ready =>
                people.Where(x => x.MatchesSql($"{Found} and {HoldsUntil} > ?", rule.MonthsValid, today)),
            _ => people.Where(x => x.MatchesSql($"{Found} and {HoldsUntil} <= ?", rule.MonthsValid, today)),
        };
}
