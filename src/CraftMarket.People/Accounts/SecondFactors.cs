using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using OtpNet;

namespace CraftMarket.People.Accounts;

/// <summary>A second factor is set up.</summary>
/// <param name="CodesLeft">Recovery codes not used yet.</param>
public sealed record SecondFactorState(DateTimeOffset Since, int CodesLeft);

/// <summary>Codes that each open the account once when the telephone is lost. Told once; only their hashes are kept.</summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes) : Answer
{
    public override string ToString() => "RecoveryCodes ****";
}

/// <summary>The code of an authenticator app beside the password (RFC 6238), and codes on paper for a lost telephone.</summary>
public sealed class SecondFactors(NpgsqlDataSource source, MasterKey master, CredentialChange change, TimeProvider clock)
{
    private const int CodeCount = 10;

    /// <summary>Without letters and digits that look alike on paper.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>The password was right, or is asked for together with a code, and no code came.</summary>
    public static readonly Refusal CodeNeeded = new("code_needed",
        new("Tulis juga kode dari aplikasi pengaman Anda.", "Give the code of your authenticator app too."),
        RefusalKind.NotSignedIn)
    { Field = "code" };

    internal static readonly Refusal WrongCode = new("wrong_code",
        new("Kode ini salah atau sudah dipakai. Tunggu kode berikutnya di aplikasi, lalu coba lagi.",
            "This code is wrong or was used already. Wait for the next code in the app, then try again."),
        RefusalKind.NotSignedIn)
    { Field = "code" };

    /// <summary>20 random bytes, as the authenticator app takes them when they are typed.</summary>
    public static string NewSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(20));

    /// <summary>What the QR code says to the authenticator app.</summary>
    /// <param name="name">How the app names the account: enough to tell two apart.</param>
    public static string AddressOf(string secret, string name) =>
        new OtpUri(OtpType.Totp, secret, name, "CraftMarket").ToString();

    /// <summary>Null when none is set up.</summary>
    public async Task<SecondFactorState?> OfAsync(Guid account, CancellationToken cancellation = default)
    {
        await using var command = source.CreateCommand("""
            select f.since, (select count(*)::int from people.recovery_codes c where c.account_id = f.account_id)
            from people.second_factors f where f.account_id = $1
            """).With(account);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? new(row.GetFieldValue<DateTimeOffset>(0), row.GetInt32(1)) : null;
    }

    /// <summary>Whether the code is right, of the app or on paper; either works once.</summary>
    public async Task<bool> CheckAsync(Guid account, string code, CancellationToken cancellation = default)
    {
        var typed = Plain(code);
        if (typed.Length is 0 or > 20) return false;
        return typed.Length == 6 && typed.All(char.IsAsciiDigit)
            ? await TakeStepAsync(account, typed, cancellation)
            : await source.RunAsync("delete from people.recovery_codes where code_hash = $1", cancellation,
                HashOf(account, typed)) == 1;
    }

    /// <summary>Sets it up once the app shows the right code; other sessions end.</summary>
    /// <returns><see cref="RecoveryCodes"/>, or a refusal.</returns>
    public async Task<Answer> TurnOnAsync(Account account, Guid session, string secret, string? code,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (StepOf(secret, Plain(code ?? "")) is not { } step) return WrongCode with { Kind = RefusalKind.Invalid };
        var codes = NewCodes();
        var key = master.NewKey();
        var sealedSecret = JsonSerializer.Serialize(new Entry(key, master.Seal(key, secret)));
        return await change.RunAsync(account, session, async connection =>
        {
            await ForgetAsync(connection, account.Id, cancellation);
            await using var command =
                new NpgsqlCommand("insert into people.second_factors (account_id, sealed, since, last_step) values ($1, $2, "
                + "$3, $4)", connection);
            command.Parameters.Add(new() { Value = account.Id });
            command.Parameters.Add(new() { Value = sealedSecret, NpgsqlDbType = NpgsqlDbType.Jsonb });
            command.With(clock.GetUtcNow(), step);
            await command.ExecuteNonQueryAsync(cancellation);
            await KeepAsync(connection, account.Id, codes, cancellation);
            await connection.RunAsync("update people.sessions set second_factor = true where id = $1", cancellation, session);
            return true;
        }, cancellation) ? new RecoveryCodes(codes) : CredentialChange.Overtaken;
    }

    /// <summary>Takes it away; other sessions end.</summary>
    public async Task<Answer> TurnOffAsync(Account account, Guid session, CancellationToken cancellation = default) =>
        await change.RunAsync(account, session, async connection =>
        {
            await ForgetAsync(connection, account.Id, cancellation);
            await connection.RunAsync("update people.sessions set second_factor = false where id = $1", cancellation, session);
            return true;
        }, cancellation) ? Done.Instance : CredentialChange.Overtaken;

    /// <summary>New codes on paper; the old ones open nothing any more.</summary>
    public async Task<RecoveryCodes> RenewAsync(Guid account, CancellationToken cancellation = default)
    {
        var codes = NewCodes();
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.RunAsync("delete from people.recovery_codes where account_id = $1", cancellation, account);
        await KeepAsync(connection, account, codes, cancellation);
        await transaction.CommitAsync(cancellation);
        return new(codes);
    }

    internal static async Task ForgetAsync(NpgsqlConnection connection, Guid account, CancellationToken cancellation)
    {
        await connection.RunAsync("delete from people.second_factors where account_id = $1", cancellation, account);
        await connection.RunAsync("delete from people.recovery_codes where account_id = $1", cancellation, account);
    }

    /// <summary>Uses a step of the clock up: the same code, read over a shoulder, opens nothing a second time, on no
    /// node.</summary>
    private async Task<bool> TakeStepAsync(Guid account, string code, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("select sealed from people.second_factors where account_id = $1")
            .With(account);
        if (await command.ExecuteScalarAsync(cancellation) is not string found) return false;
        var entry = JsonSerializer.Deserialize<Entry>(found)!;
        return StepOf(master.Open<string>(entry.Key, entry.Box), code) is { } step
            && await source.RunAsync("update people.second_factors set last_step = $2 where account_id = $1 and last_step < $2",
                cancellation, account, step) == 1;
    }

    /// <summary>Which half minute the code belongs to, one either side of now for clocks that differ; null for a wrong
    /// code.</summary>
    private long? StepOf(string secret, string code) =>
        new Totp(Base32Encoding.ToBytes(secret))
            .VerifyTotp(clock.GetUtcNow().UtcDateTime, code, out var step, new VerificationWindow(1, 1)) ? step : null;

    private async Task KeepAsync(NpgsqlConnection connection, Guid account, IEnumerable<string> codes,
        CancellationToken cancellation) =>
        await connection.RunAsync("insert into people.recovery_codes (code_hash, account_id) select x, $2 from unnest($1) x",
            cancellation, codes.Select(x => HashOf(account, Plain(x))).ToArray(), account);

    private string HashOf(Guid account, string code) => master.KeyedHash("recovery code", $"{account}\n{code}");

    private static string[] NewCodes() => [.. Enumerable.Range(0, CodeCount)
        .Select(_ => RandomNumberGenerator.GetString(Alphabet, 10)).Select(x => $"{x[..5]}-{x[5..]}")];

    private static string Plain(string code) => new([.. code.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);

    private sealed record Entry(WrappedKey Key, SealedBox Box);
}
