using Npgsql;

namespace CraftMarket.People.Accounts;

/// <summary>Changes how somebody proves who they are. In the same transaction every session ends but the one that
/// asked.</summary>
public sealed class CredentialChange(NpgsqlDataSource source)
{
    internal static readonly Refusal Overtaken = Refusal.Conflict("stale",
        "Akun ini baru saja diubah. Buka lagi halaman ini, lalu coba lagi.",
        "This account was changed a moment ago. Open this page again and retry.");

    /// <param name="account">As it was read; nothing happens when it was changed or closed since.</param>
    /// <param name="kept">The session that stays; none when null.</param>
    /// <param name="change">The change itself; false calls it all off.</param>
    internal async Task<bool> RunAsync(Account account, Guid? kept, Func<NpgsqlConnection, Task<bool>> change,
        CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var stamp = Guid.NewGuid().ToString("N");
        // Of two changes at once the second waits here and then finds another stamp.
        if (await connection.RunAsync("update people.accounts set security_stamp = $3 where id = $1 and security_stamp = $2 "
            + "and closed_at is null",
                cancellation, account.Id, account.SecurityStamp, stamp) != 1) return false;
        if (!await change(connection)) return false;
        await connection.RunAsync("delete from people.sessions where account_id = $1 and id is distinct from $2::uuid",
            cancellation, account.Id, kept);
        await connection.RunAsync("update people.sessions set stamp = $2 where account_id = $1", cancellation, account.Id, stamp);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    internal static async Task<bool> SetPasswordAsync(NpgsqlConnection connection, Account account, string password,
        CancellationToken cancellation) =>
        await connection.RunAsync("update people.accounts set password_hash = $2 where id = $1", cancellation,
            account.Id, AccountBook.Hash(account, password)) == 1;
}
