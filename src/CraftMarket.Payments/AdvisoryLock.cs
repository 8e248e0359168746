using Marten;
using Npgsql;

namespace CraftMarket.Payments;

/// <summary>Lets those who want to act on the same thing wait for each other, even before there is a row to lock.</summary>
public static class AdvisoryLock
{
    /// <summary>Begins the session's transaction and holds the turn until it ends.</summary>
    public static async Task Take(IDocumentSession session, string about, CancellationToken cancellation)
    {
        await session.BeginTransactionAsync(cancellation);
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", session.Connection)
        {
            Parameters = { new() { Value = about } },
        };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
