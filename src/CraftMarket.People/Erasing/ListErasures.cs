using Marten;

namespace CraftMarket.People.Erasing;

/// <summary>A request to erase as the office decides on it.</summary>
/// <param name="Words">What staff wrote; null when they wrote nothing or it was erased.</param>
/// <param name="AgeDays">Whole days since it was asked.</param>
public sealed record ErasureRow(Guid Id, Guid? ParticipantId, Guid? OrderId, string Reason, Wording ReasonWords, string? Words,
    string AskedBy, DateTimeOffset AskedAt, int AgeDays, ErasureStatus Status, string? DecidedBy, DateTimeOffset? DecidedAt);

/// <summary>A page of requests, those that wait longest first.</summary>
public sealed record ErasureList(IReadOnlyList<ErasureRow> Items, int Total, int Page, int PageSize);

/// <summary>Reads requests to erase.</summary>
public static class ListErasures
{
    public const int PageSize = 24;

    public static async Task<ErasureList> Run(IQuerySession session, IKeyStore keys, ErasureStatus? status, int page,
        DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(keys);
        page = Math.Clamp(page, 1, 10_000);
        var wanted = status is { } one ? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(one.ToString()) : "";
        const string chosen = "(? = '' or data ->> 'Status' = ?)";
        var total = (await session.AdvancedSql.QueryAsync<int>($"select count(*)::int from {Erasure.Table} where {chosen}",
            cancellation, wanted, wanted))[0];
        var found = await session.QueryAsync<Erasure>($"where {chosen} order by data ->> 'Status' <> 'waiting', data ->> "
            + $"'AskedAt' limit ? offset ?", cancellation, wanted, wanted, PageSize, (page - 1) * PageSize);
        return new(await Show(session, keys, found, now, cancellation), total, page, PageSize);
    }

    /// <summary>The request of that id; null when there is none.</summary>
    public static async Task<Erasure?> Find(IQuerySession session, ErasureId id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        return await session.LoadAsync<Erasure>(id, cancellation);
    }

    /// <summary>The request about this person on which nobody has decided; null when there is none.</summary>
    public static async Task<Erasure?> WaitingFor(IQuerySession session, PersonId person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        return (await session.QueryAsync<Erasure>("where data ->> 'PersonId' = ? and data ->> 'Status' = 'waiting'", cancellation,
            person.Value.ToString())) is [var first, ..] ? first : null;
    }

    /// <summary>What may be given as a reason.</summary>
    public static async Task<IReadOnlyList<ErasureReason>> Reasons(IQuerySession session, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        return await session.Query<ErasureReason>().OrderBy(x => x.Place).ToListAsync(cancellation);
    }

    public static async Task<int> CountWaiting(IQuerySession session, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        return (await session.AdvancedSql.QueryAsync<int>($"select count(*)::int from {Erasure.Table} where data ->> "
            + "'Status' = 'waiting'", cancellation))[0];
    }

    private static async Task<IReadOnlyList<ErasureRow>> Show(IQuerySession session, IKeyStore keys, IReadOnlyList<Erasure> found,
        DateTimeOffset now, CancellationToken cancellation)
    {
        var reasons = (await session.LoadManyAsync<ErasureReason>(cancellation, found.Select(x => x.Reason).Distinct()))
            .ToDictionary(x => x.Id);
        var words = (await session.LoadManyAsync<ErasureWords>(cancellation, found.Select(x => x.Id.Value)))
            .ToDictionary(x => x.Id);
        var atHand = await keys.TakeAsync(session, found.Select(x => x.Subject), cancellation);
        return [.. found.Select(x => new ErasureRow(x.Id.Value, x.PersonId?.Value, x.OrderId?.Value, x.Reason,
            reasons.GetValueOrDefault(x.Reason)?.Words ?? new(x.Reason, x.Reason),
            words.GetValueOrDefault(x.Id.Value) is { } said ? atHand.Open<string>(x.Subject, said.Words) : null,
            x.AskedBy, x.AskedAt, (int)(now - x.AskedAt).TotalDays, x.Status, x.DecidedBy, x.DecidedAt))];
    }
}
