using System.Reflection;
using CraftMarket.Web.Composition;
using JasperFx;
using JasperFx.CommandLine;
using JasperFx.Resources;
using Marten;
using Npgsql;

namespace CraftMarket.Web.Operating;

/// <summary><c>dotnet CraftMarket.Web.dll setup</c>: brings the database to this version. Run at each deployment, before the
/// nodes start.</summary>
[Description("Creates or updates the database schema and loads reference data", Name = "setup")]
public sealed class SetUpCommand : JasperFxAsyncCommand<NetCoreInput>
{
    public override async Task<bool> Execute(NetCoreInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var host = input.BuildHost();
        var database = host.Services.GetRequiredService<NpgsqlDataSource>();
        if (await RetiredMessages.OwedAsync(database, CancellationToken.None) is { Count: > 0 } owed)
        {
            await Console.Error.WriteLineAsync($"""
                Nothing was changed. Messages of the earlier version wait that nobody could carry out after this:
                  {string.Join("\n  ", owed)}
                Start the earlier version again until none is left (those that failed are at /api/v1/dead-letters), stop it, and
                run setup again.
                """);
            return false;
        }

        await ActivatorUtilities.CreateInstance<StreamIdMemory>(host.Services)
            .LearnAsync(mayPrepare: true, CancellationToken.None);
        await host.Services.GetRequiredService<IDocumentStore>()
            .Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        await host.SetupResources();
        await ReferenceData.LoadAsync(host.Services, CancellationToken.None);
        await SetUp.Record(database);
        Console.WriteLine("The database is ready for this version.");
        return true;
    }
}

/// <summary>The database remembers for which versions it was set up.</summary>
internal static class SetUp
{
    /// <summary>Names this build: it changes with every change of the program.</summary>
    private static readonly string Version = Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId.ToString();

    public static async Task Record(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand($"""
            create table if not exists market.set_up (version text primary key, done_at timestamptz not null default now());
            insert into market.set_up (version) values ('{Version}') on conflict do nothing
            """);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<bool> IsDone(NpgsqlDataSource database, CancellationToken cancellation)
    {
        try
        {
            await using var command = database.CreateCommand($"select 1 from market.set_up where version = '{Version}'");
            return await command.ExecuteScalarAsync(cancellation) is not null;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return false;
        }
    }
}
