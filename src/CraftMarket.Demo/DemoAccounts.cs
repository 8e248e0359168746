using CraftMarket.People.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CraftMarket.Demo;

/// <summary>The accounts that a newcomer tries the house with. They exist in Development only.</summary>
internal sealed class DemoAccounts(IDbContextFactory<AccountsContext> contexts, string password) : IReferenceData
{
    public const string DefaultPassword = "Semoyang-2026";

    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var office = Make("office", "staff");
        var stood = await context.Accounts.SingleOrDefaultAsync(x => x.Id == office.Id, cancellation);
        if (stood is not null && IsStill(stood)) return;
        office.PasswordHash = AccountBook.Hash(office, password);
        Account[] all = [office, Make("companion", "companion"), Make("curator", "curator"), Make("operator", "operator")];
        all[1].Area = Regions.Ntb;
        foreach (var account in all) await PutAsync(account, office.PasswordHash, cancellation);
    }

    private async Task PutAsync(Account account, string hash, CancellationToken cancellation)
    {
        account.PasswordHash = hash;
        // Two nodes may start together; and the password may have been set differently since the last start. Who was closed
        // stays so.
        if (await new AccountBook(contexts).AddAsync(account, cancellation)) return;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Accounts.Where(x => x.Id == account.Id && x.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.PasswordHash, hash), cancellation);
    }

    private bool IsStill(Account account) => account.PasswordHash is { } hash
        && new PasswordHasher<Account>().VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed;

    private static Account Make(string name, string role) => Account.For(NewId.For("demo-account", name),
        Login.TryParse($"{name}@craftmarket.test", out var login) ? login : throw new ArgumentException(name, nameof(name)),
        role);
}
