using System.Threading.RateLimiting;

namespace CraftMarket.People.Accounts;

/// <summary>How many passwords are judged at once. Judging one is slow on purpose, and a crowd that guesses must not take the
/// machine from those who buy. Who signed in from here before waits in a line of their own.</summary>
/// <param name="atOnce">At least one; about one for two cores.</param>
public sealed class PasswordChecks(int atOnce) : IDisposable
{
    /// <summary>For each that is being judged; at a tenth of a second each, nobody waits much longer than one.</summary>
    private const int WaitingPerCheck = 8;

    private readonly PartitionedRateLimiter<bool> _lines = PartitionedRateLimiter.Create<bool, bool>(known =>
        RateLimitPartition.GetConcurrencyLimiter(known, _ => new()
        {
            PermitLimit = atOnce,
            QueueLimit = atOnce * WaitingPerCheck,
        }));

    /// <summary>Null when too many wait already.</summary>
    public async Task<bool?> JudgeAsync(bool known, Func<Task<bool>> isRight, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(isRight);
        using var turn = await _lines.AcquireAsync(known, 1, cancellation);
        return turn.IsAcquired ? await isRight() : null;
    }

    public void Dispose() => _lines.Dispose();
}
