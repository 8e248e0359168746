using Npgsql;

namespace CraftMarket.Web.Composition;

/// <summary>Trouble that goes away by itself: a database that starts again, a full disk, a broken line. It says nothing of the
/// message.</summary>
internal static class PassingTrouble
{
    /// <summary>Not among those that Npgsql calls transient, though a restart and a failover look just like this.</summary>
    private static readonly string[] Restarting =
        [PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.ReadOnlySqlTransaction];

    /// <summary>Whether the exception, or what lies beneath it, is such trouble: Marten and Entity Framework wrap what the
    /// database says.</summary>
    public static bool Is(Exception failure) => failure switch
    {
        TimeoutException or IOException or NpgsqlException { IsTransient: true } => true,
        PostgresException refused when Restarting.Contains(refused.SqlState) => true,
        _ => failure.InnerException is { } beneath && Is(beneath),
    };
}
