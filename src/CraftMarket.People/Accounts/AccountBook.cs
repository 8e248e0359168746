using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CraftMarket.People.Accounts;

/// <summary>Whether an account was added, stood already, or wants a login that is another's.</summary>
public enum AddOutcome { Added, Stood, LoginTaken }

/// <summary>Looks up and changes accounts for commands and at start.</summary>
public sealed class AccountBook(IDbContextFactory<AccountsContext> contexts)
{
    private static readonly PasswordHasher<Account> Hasher = new();

    public static string Hash(Account account, string password) => Hasher.HashPassword(account, password);

    /// <summary>An address that nobody has (RFC 6761), such as of accounts whose password everybody knows.</summary>
    private const string Nowhere = ".test";

    /// <summary>Whether it can open anything here: not when it was closed, and not one of nobody's where people are
    /// real.</summary>
    internal static bool IsOpen(Account account, PeopleRules rules) => account.ClosedAt is null
        && (rules.SharedPassword is not null || account.Email?.EndsWith(Nowhere, StringComparison.OrdinalIgnoreCase) != true);

    /// <summary>Whether it is open and its holder has chosen a password.</summary>
    internal static bool CanSignIn(Account account, PeopleRules rules) =>
        account.PasswordHash is not null && IsOpen(account, rules);

    /// <summary>The account that a login reaches; null when nobody has it.</summary>
    public Task<Account?> HolderOf(Login login, CancellationToken cancellation) => Read(accounts => login.IsPhone
        ? accounts.SingleOrDefaultAsync(x => x.PhoneNumber == login.Value, cancellation)
        : accounts.SingleOrDefaultAsync(x => x.Email == login.Value, cancellation), cancellation);

    public Task<Account?> Of(Guid id, CancellationToken cancellation) =>
        Read(accounts => accounts.SingleOrDefaultAsync(x => x.Id == id, cancellation), cancellation);

    public Task<Account?> Of(ArtisanId artisan, CancellationToken cancellation) =>
        Read(accounts => accounts.SingleOrDefaultAsync(x => x.ArtisanId == artisan, cancellation), cancellation);

    public Task<Account?> Of(PersonId person, CancellationToken cancellation) =>
        Read(accounts => accounts.FirstOrDefaultAsync(x => x.PersonId == person, cancellation), cancellation);

    /// <summary>Who these artisans are; one without an open account is left out.</summary>
    public async Task<IReadOnlyDictionary<ArtisanId, PersonId>> PeopleOf(IEnumerable<ArtisanId> artisans,
        CancellationToken cancellation)
    {
        ArtisanId?[] ids = [.. artisans.Distinct()];
        if (ids.Length == 0) return new Dictionary<ArtisanId, PersonId>();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return (await context.Accounts.AsNoTracking().Where(x => ids.Contains(x.ArtisanId))
            .Where(x => x.ClosedAt == null && x.PersonId != null)
            .Select(x => new { x.PersonId, x.ArtisanId }).ToListAsync(cancellation))
            .ToDictionary(x => x.ArtisanId!.Value, x => x.PersonId!.Value);
    }

    /// <summary>What the accounts sign in with, by id; a closed one has nothing any more.</summary>
    public async Task<IReadOnlyDictionary<string, string>> LoginsOf(IEnumerable<string> accounts, CancellationToken cancellation)
    {
        Guid[] ids = [.. accounts.Select(x => Guid.TryParse(x, out var id) ? id : Guid.Empty).Distinct()];
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return (await context.Accounts.AsNoTracking().Where(x => ids.Contains(x.Id))
            .Select(x => new { x.Id, Login = x.Email ?? x.PhoneNumber }).ToListAsync(cancellation))
            .Where(x => x.Login is not null).ToDictionary(x => x.Id.ToString(), x => x.Login!);
    }

    /// <summary>Adds the account; false when its id, phone number or e-mail address is taken.</summary>
    public async Task<bool> AddAsync(Account account, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await AddAsync(context, account, cancellation);
    }

    /// <summary>Adds the account as part of the transaction that somebody else began on this connection.</summary>
    public static async Task<AddOutcome> AddAsync(NpgsqlConnection connection, Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(connection);
        await using var context = new AccountsContext(new DbContextOptionsBuilder<AccountsContext>()
            .UseNpgsql(connection).Options);
        // The transaction is the other's to commit, and a login that is taken must not end it.
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        await RunAsync(connection, "savepoint account", cancellation);
        if (await AddAsync(context, account, cancellation)) return AddOutcome.Added;
        await RunAsync(connection, "rollback to savepoint account", cancellation);
        return await context.Accounts.AnyAsync(x => x.Id == account.Id, cancellation) ? AddOutcome.Stood : AddOutcome.LoginTaken;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    internal static async Task<bool> AddAsync(AccountsContext context, Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Accounts.Add(account);
        try
        {
            await context.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    }

    private async Task<Account?> Read(Func<IQueryable<Account>, Task<Account?>> query, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await query(context.Accounts.AsNoTracking());
    }
}
