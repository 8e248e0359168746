using Marten;

namespace CraftMarket.Web.Composition;

/// <summary>Holds a reply back, a little, until work that was sent has been done: a payment that is awaited or ended is so by a
/// durable message after the commit.</summary>
public sealed class ReadYourWrites(IDocumentStore store, TimeProvider clock)
{
    /// <summary>After this the reply goes out all the same; what it says is true, only not yet known everywhere.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Whether it came to be seen in time.</summary>
    public async Task<bool> Seen(Func<IQuerySession, Task<bool>> there, CancellationToken cancellation)
    {
        for (var started = clock.GetTimestamp(); clock.GetElapsedTime(started) < Patience; await Task.Delay(15, cancellation))
        {
            await using var session = store.QuerySession();
            if (await there(session)) return true;
        }

        return false;
    }
}
