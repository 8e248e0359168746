using Marten;
using Marten.Linq.MatchesSql;

namespace CraftMarket.Training.Participants;

/// <summary>Whom the office can give a seat today: verified, and without a seat in any batch; the first registered
/// first.</summary>
public static class WaitingForSeat
{
    /// <summary>At most as many as somebody can look through at once.</summary>
    public const int Longest = 200;

    public static async Task<IReadOnlyList<ParticipantRow>> Run(IQuerySession session, VerificationRule rule, DateOnly today,
        CancellationToken cancellation)
    {
        var people = await Waiting(session, rule, today).OrderBy(x => x.Id).Take(Longest).ToListAsync(cancellation);
        return await ListParticipants.Rows(session, people, rule, today, cancellation);
    }

    internal static IQueryable<Participant> Waiting(IQuerySession session, VerificationRule rule, DateOnly today) =>
        session.Query<Participant>().Standing(Standing.Ready, rule, today)
            .Where(x => x.MatchesSql($"not exists (select 1 from {Seat.Table} s where (s.data ->> 'PersonId')::uuid = "
                + "d.id)"));
}
