using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using Marten;
using Npgsql;
using Wolverine.Marten;

namespace CraftMarket.Web.Composition;

/// <summary>One PostgreSQL database: Marten's events and documents, Wolverine's envelopes beside them.</summary>
internal static class MarketStore
{
    public static void AddMarketStore(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(NpgsqlDataSource.Create(Connection(builder.Configuration.GetConnectionString("Market")
            ?? throw new InvalidOperationException("Set ConnectionStrings__Market to a PostgreSQL 14+ database."))));
        var marten = builder.Services.AddMarten(options =>
            {
                options.DatabaseSchemaName = "market";
                options.UseSystemTextJsonForSerialization(configure: json =>
                    json.IgnoreReadOnlyProperties = true);
                options.AutoCreateSchemaObjects = builder.Environment.IsDevelopment() ? AutoCreate.CreateOrUpdate
                    : AutoCreate.None;
                // A number that a rolled-back writer left unused is skipped once nobody alive can still fill it; three seconds
                // of waiting first would hold every report that long.
                options.Projections.StaleSequenceThreshold = TimeSpan.FromMilliseconds(500);
                options.Events.StreamIdentity = StreamIdentity.AsGuid;
                options.Events.UseMandatoryStreamTypeDeclaration = true;
                options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
                options.Events.TimeProvider = new StoredTime();
                options.Events.UseIdentityMapForAggregates = true;
                options.Events.MetadataConfig.CorrelationIdEnabled = true;
                options.Events.MetadataConfig.CausationIdEnabled = true;
                options.Events.MetadataConfig.UserNameEnabled = true;
                options.Schema.For<DerivedFacts>();
            })
            .UseNpgsqlDataSource()
            .UseLightweightSessions()
            .IntegrateWithWolverine(integration =>
            {
                integration.MessageStorageSchemaName = "wolverine";
                integration.UseWolverineManagedEventSubscriptionDistribution = Nodes.AreMany(builder.Configuration);
            });
        // Elsewhere the command `setup` does it, once for all nodes.
        if (builder.Environment.IsDevelopment()) marten.ApplyAllDatabaseChangesOnStartup();
        if (!Nodes.AreMany(builder.Configuration)) marten.AddAsyncDaemon(DaemonMode.Solo);
    }

    /// <summary>How the market's database is reached: as was set, and what this house is made for.</summary>
    internal static NpgsqlConnectionStringBuilder Connection(string set)
    {
        var connection = new NpgsqlConnectionStringBuilder(set);
        // Hot statements are few and parametrised: preparing them halves their cost.
        if (connection.MaxAutoPrepare == 0) connection.MaxAutoPrepare = 200;
        // Nothing outside is waited for inside a transaction, so one that stands idle has been forgotten, and its locks go. Of
        // two options of one name the later counts, so whoever sets another time has it.
        connection.Options = $"-c idle_in_transaction_session_timeout=60s {connection.Options}".TrimEnd();
        // Nobody leaves settings, temporary tables or locks behind on a connection, so it need not be cleaned between two users.
        connection.NoResetOnClose = true;
        return connection;
    }

    /// <summary>In whole microseconds, as PostgreSQL keeps it: what is made of an event inline is made of it again at a
    /// rebuild.</summary>
    private sealed class StoredTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            var now = base.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }
}
