using Marten;
using Marten.Linq.MatchesSql;

namespace CraftMarket.Training.Participants;

/// <summary>A participant in a list; the name is in the person file.</summary>
/// <param name="Standing">Whether they may be given a seat today.</param>
/// <param name="VisitedOn">Day of the last visit.</param>
/// <param name="VisitDueOn">From this day on a new visit is needed; null when none has been made.</param>
public sealed record ParticipantRow(PersonId PersonId, RegionCode Village, Standing Standing, VerificationOutcome? Outcome,
    DateOnly? VisitedOn, DateOnly? VisitDueOn, IReadOnlyList<SeatTaken> Batches, ArtisanId? ArtisanId);

/// <summary>A seat in a batch, with the certificate's number once it is finished.</summary>
public sealed record SeatTaken(BatchId BatchId, string? CertificateNumber);

/// <summary>One page of participants of an area, the newest first.</summary>
public sealed record ParticipantPage(IReadOnlyList<ParticipantRow> Items, long Total, int Page, int PageSize);

/// <summary>Lists the participants whose village lies in an area; the office's area is all of NTB.</summary>
public static class ListParticipants
{
    public const int PageSize = 24;

    public static async Task<ParticipantPage> Run(IQuerySession session, RegionCode area, int page, VerificationRule rule,
        DateOnly today, CancellationToken cancellation, Standing? standing = null)
    {
        page = Math.Clamp(page, 1, 100_000);
        var people = await session.Query<Participant>().Stats(out var stats)
            .Where(x => x.MatchesSql("d.data ->> 'Village' like ?", area.Value + "%")).Standing(standing, rule, today)
            .OrderByDescending(x => x.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return new(await Rows(session, people, rule, today, cancellation), stats.TotalResults, page, PageSize);
    }

    /// <summary>One participant; null when unknown or living outside the area.</summary>
    public static async Task<ParticipantRow?> Find(IQuerySession session, PersonId person, RegionCode area, VerificationRule rule,
        DateOnly today, CancellationToken cancellation) =>
        await session.LoadAsync<Participant>(person, cancellation) is { } found && found.Village.IsWithin(area)
            ? (await Rows(session, [found], rule, today, cancellation))[0]
            : null;

    internal static async Task<IReadOnlyList<ParticipantRow>> Rows(IQuerySession session, IReadOnlyList<Participant> people,
        VerificationRule rule, DateOnly today, CancellationToken cancellation)
    {
        PersonId[] ids = [.. people.Select(x => x.Id)];
        var seats = (await session.Query<Seat>().Where(x => x.PersonId.IsOneOf(ids)).ToListAsync(cancellation))
            .ToLookup(x => x.PersonId);
        return [.. people.Select(x =>
            new ParticipantRow(x.Id, x.Village, rule.Of(x, today), x.LastVisit?.Outcome, x.LastVisit?.On,
            x.LastVisit is { } visit ? rule.DueOn(visit) : null,
            [.. seats[x.Id].Select(s => new SeatTaken(s.BatchId, s.CertificateNumber))], x.ArtisanId))];
    }
}
