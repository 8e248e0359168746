using Marten;

namespace CraftMarket.Training.Participants;

/// <summary>Where the people of the programmes stand: what waits for a companion, and what for the office.</summary>
/// <param name="ToVisit">Never visited, or visited so long ago that it no longer counts.</param>
/// <param name="WaitingForSeat">Verified and without a seat in any batch.</param>
public sealed record ParticipantCounts(int Registered, int ToVisit, int WaitingForSeat, int Artisans);

/// <summary>Counts the participants by what they wait for.</summary>
public static class CountParticipants
{
    public static async Task<ParticipantCounts> Run(IQuerySession session, VerificationRule rule, DateOnly today,
        CancellationToken cancellation)
    {
        var people = session.Query<Participant>();
        var unvisited = await people.Standing(Standing.NotVerified, rule, today).CountAsync(cancellation);
        var stale = await people.Standing(Standing.Stale, rule, today).CountAsync(cancellation);
        return new(await people.CountAsync(cancellation), unvisited + stale,
            await WaitingForSeat.Waiting(session, rule, today).CountAsync(cancellation),
            await people.CountAsync(x => x.ArtisanId != null, cancellation));
    }
}
