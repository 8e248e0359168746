using Wolverine.Persistence.Durability;
using Wolverine.Persistence.Durability.DeadLetterManagement;

namespace CraftMarket.Web.Operating;

/// <summary>A message that failed too often and waits for the operator. What it says is left out: it may be about
/// somebody.</summary>
public sealed record DeadLetter(Guid Id, string Message, string Queue, DateTimeOffset SentAt, string Failure, string Why,
    bool IsRetrying);

/// <summary>One page of dead letters, newest first.</summary>
public sealed record DeadLetterPage(IReadOnlyList<DeadLetter> Items, int Total, int Page, int PageSize);

/// <summary>Lists the messages that failed, and sends them on their way again when the cause is gone.</summary>
public sealed class DeadLetters(IMessageStore store)
{
    public async Task<DeadLetterPage> List(int page, CancellationToken cancellation)
    {
        var query = new DeadLetterEnvelopeQuery { PageNumber = Math.Clamp(page, 1, 100_000), PageSize = 50 };
        var found = await store.DeadLetters.QueryAsync(query, cancellation);
        return new([.. found.Envelopes.OrderByDescending(x => x.SentAt).Select(Line)], found.TotalCount, query.PageNumber,
            query.PageSize);
    }

    /// <summary>Tries a message once more; false when there is none of that id.</summary>
    public async Task<bool> Retry(Guid id, CancellationToken cancellation)
    {
        var query = new DeadLetterEnvelopeQuery([id]);
        if ((await store.DeadLetters.QueryAsync(query, cancellation)).Envelopes.Count == 0) return false;
        await store.DeadLetters.ReplayAsync(query, cancellation);
        return true;
    }

    private static DeadLetter Line(DeadLetterEnvelope x) =>
        new(x.Id, x.MessageType, x.ReceivedAt, x.SentAt, x.ExceptionType, x.ExceptionMessage, x.Replayable);
}
