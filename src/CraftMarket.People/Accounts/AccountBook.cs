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

    /// <summary>The account that a login reaches; null when nobody has it.</summary>
    public Task<Account?> HolderOf(Login login, CancellationToken cancellation) => Read(accounts => login.IsPhone
        ? accounts.SingleOrDefaultAsync(x => x.PhoneNumber == login.Value, cancellation)
        : accounts.SingleOrDefaultAsync(x => x.Email == login.Value, cancellation), cancellation);

    public Task<Account?> Of(ArtisanId artisan, CancellationToken cancellation) =>
        Read(accounts => accounts.SingleOrDefaultAsync(x => x.ArtisanId == artisan, cancellation), cancellation);

    public Task<Account?> Of(PersonId person, CancellationToken cancellation) =>
        Read(accounts => accounts.FirstOrDefaultAsync(x => x.PersonId == person, cancellation), cancellation);

    /// <summary>Adds the account; false when its id, phone number or e-mail address is taken.</summary>
    public async Task<bool> AddAsync(Account account, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await AddAsync(context, account, cancellation);
    }

    /// <summary>Adds the account as part of somebody else's transaction.</summary>
    public static async Task<AddOutcome> AddAsync(NpgsqlTransaction transaction, Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        await using var context = new AccountsContext(new DbContextOptionsBuilder<AccountsContext>().UseNpgsql(transaction.Connection!).Options);
        await context.Database.UseTransactionAsync(transaction, cancellation);
        if (await AddAsync(context, account, cancellation)) return AddOutcome.Added;
        return await context.Accounts.AnyAsync(x => x.Id == account.Id, cancellation) ? AddOutcome.Stood : AddOutcome.LoginTaken;
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

    /// <summary>Changes the accounts of one person; nothing happens when there are none.</summary>
    public async Task ChangeAsync(PersonId person, Action<Account> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        foreach (var account in await context.Accounts.Where(x => x.PersonId == person).ToListAsync(cancellation)) change(account);
        await context.SaveChangesAsync(cancellation);
    }

    private async Task<Account?> Read(Func<IQueryable<Account>, Task<Account?>> query, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await query(context.Accounts.AsNoTracking());
    }
}
