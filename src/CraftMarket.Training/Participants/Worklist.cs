using Marten;
using Marten.Linq.MatchesSql;

namespace CraftMarket.Training.Participants;

/// <summary>Whom a companion should visit: everybody of the area who is not verified or whose visit is due soon, the longest due
/// first.</summary>
public static class Worklist
{
    /// <summary>A visit shows up this many days before it is due.</summary>
    public const int DaysAhead = 30;

    /// <summary>At most as many as a companion can look through: the list is worked off from the top.</summary>
    public const int Longest = 200;

    public static async Task<IReadOnlyList<ParticipantRow>> Run(IQuerySession session, RegionCode area, VerificationRule rule,
        DateOnly today, CancellationToken cancellation)
    {
        var people = await session.Query<Participant>().Where(x => x.MatchesSql("d.data ->> 'Village' like ?", area.Value + "%"))
            .ToListAsync(cancellation);
        var due = people.Where(x => IsDue(x, rule, today)).OrderBy(x => x.LastVisit?.On ?? DateOnly.MinValue)
            .ThenBy(x => x.Id.Value).Take(Longest);
        return await ListParticipants.Rows(session, [.. due], rule, today, cancellation);
    }

    /// <summary>The dead are not visited again; who moved or refused is the office's matter.</summary>
    internal static bool IsDue(Participant participant, VerificationRule rule, DateOnly today) => participant.LastVisit switch
    {
        null => true,
        { Outcome: VerificationOutcome.Valid or VerificationOutcome.Changed } visit =>
            rule.DueOn(visit) <= today.AddDays(DaysAhead), { Outcome: VerificationOutcome.NotFound } => true,
        _ => false,
    };
}
