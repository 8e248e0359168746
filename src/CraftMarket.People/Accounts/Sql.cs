using Npgsql;

namespace CraftMarket.People.Accounts;

/// <summary>One statement with its values, in the order of <c>$1</c>, <c>$2</c> …</summary>
internal static class Sql
{
    public static NpgsqlCommand With(this NpgsqlCommand command, params object?[] values)
    {
        foreach (var value in values) command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        return command;
    }

    /// <summary>How many rows it changed.</summary>
    public static async Task<int> RunAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellation,
        params object?[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection).With(values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>How many rows it changed, on a connection taken for this statement alone.</summary>
    public static async Task<int> RunAsync(this NpgsqlDataSource source, string sql, CancellationToken cancellation,
        params object?[] values)
    {
        await using var command = source.CreateCommand(sql).With(values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
