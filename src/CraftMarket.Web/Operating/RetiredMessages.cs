using Npgsql;

namespace CraftMarket.Web.Operating;

/// <summary>Takes away what earlier versions told by messages and streams say now: the facts were derived a moment ago, so
/// nothing that lay on its way is lost (decision 0040).</summary>
internal sealed class RetiredMessages(NpgsqlDataSource database) : IReferenceData
{
    private const string Facts = "CraftMarket.Kernel.Facts";

    /// <summary>What they said follows from the streams of who sent them.</summary>
    private static readonly string[] Derived =
    [
        $"{Facts}.ProductOffered", $"{Facts}.BrandShown", $"{Facts}.GroupBrandShown", $"{Facts}.StockMoved",
        $"{Facts}.SellerOrderSettled", $"{Facts}.PartDelivered", $"{Facts}.PartGivenBack", $"{Facts}.SellerOrderRefunded",
        $"{Facts}.BatchOpened", $"{Facts}.TraineeEnrolled", $"{Facts}.TrainingCompleted", "CraftMarket.Training.TellBatch",
    ];

    /// <summary>What they were to lead to, a shop, its stock, its closing, an order's number with the money, is derived from
    /// nothing.</summary>
    private static readonly string[] Owed =
    [
        $"{Facts}.ProductListed", $"{Facts}.SupplyChosen", $"{Facts}.OrderNumbered", $"{Facts}.ArtisanWelcomed",
        $"{Facts}.ConsentsStand", "CraftMarket.People.Joining.TellConsents", "CraftMarket.Catalogue.KeepShop",
        "CraftMarket.Catalogue.FollowShop",
    ];

    /// <summary>By the names under which they lie in the database.</summary>
    internal static IReadOnlyList<string> Types { get; } = [.. Derived, .. Owed];

    public async Task EnsureAsync(CancellationToken cancellation)
    {
        foreach (var table in new[] { "wolverine_incoming_envelopes", "wolverine_dead_letters" })
        {
            await using var command = database.CreateCommand($"""
                do $$ begin
                    if to_regclass('wolverine.{table}') is not null then
                        delete from wolverine.{table} where message_type = any(string_to_array('{string.Join(',', Types)}', ','));
                    end if;
                end $$
                """);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>The kinds of messages that wait and would be lost; none once anything was derived, for the earlier version stood
    /// still by then.</summary>
    public static async Task<IReadOnlyList<string>> OwedAsync(NpgsqlDataSource database, CancellationToken cancellation) =>
        (await AskAsync(database, $"select id from {DerivedFacts.Table}", cancellation)).Count > 0 ? []
            : await AskAsync(database, $"""
                select distinct message_type from (
                    select message_type from wolverine.wolverine_incoming_envelopes where status <> 'Handled' union all
                    select message_type from wolverine.wolverine_dead_letters) as waiting
                where message_type = any(string_to_array('{string.Join(',', Owed)}', ',')) order by 1
                """, cancellation);

    /// <summary>The first column; nothing where a table is not there yet.</summary>
    private static async Task<IReadOnlyList<string>> AskAsync(NpgsqlDataSource database, string sql,
        CancellationToken cancellation)
    {
        var found = new List<string>();
        try
        {
            await using var command = database.CreateCommand(sql);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation)) found.Add(reader.GetString(0));
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            // A database that no earlier version has used.
        }

        return found;
    }
}
