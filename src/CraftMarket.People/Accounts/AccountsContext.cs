using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CraftMarket.People.Accounts;

/// <summary>Accounts as ASP.NET Core Identity reads and writes them; <see cref="AccountTables"/> makes the tables.</summary>
public sealed class AccountsContext(DbContextOptions<AccountsContext> options) : DbContext(options)
{
    public const string Schema = "people";

    public DbSet<Account> Accounts => Set<Account>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.HasDefaultSchema(Schema).Entity<Account>(account =>
        {
            account.ToTable("accounts").HasKey(x => x.Id);
            account.Property(x => x.Id).HasColumnName("id").ValueGeneratedNever();
            account.Property(x => x.UserName).HasColumnName("user_name");
            account.Property(x => x.NormalizedUserName).HasColumnName("normalized_user_name");
            account.Property(x => x.Email).HasColumnName("email");
            account.Property(x => x.NormalizedEmail).HasColumnName("normalized_email");
            account.Property(x => x.PhoneNumber).HasColumnName("phone_number");
            account.Property(x => x.PasswordHash).HasColumnName("password_hash");
            account.Property(x => x.SecurityStamp).HasColumnName("security_stamp");
            account.Property(x => x.ConcurrencyStamp).HasColumnName("concurrency_stamp").IsConcurrencyToken();
            account.Property(x => x.ClosedAt).HasColumnName("closed_at");
            account.Property(x => x.PersonId).HasColumnName("person_id").HasConversion(x => x!.Value.Value, x => new PersonId(x));
            account.Property(x => x.ArtisanId).HasColumnName("artisan_id")
                .HasConversion(x => x!.Value.Value, x => new ArtisanId(x));
            account.Property(x => x.Area).HasColumnName("area").HasConversion(x => x!.Value.Value, x => RegionCode.Parse(x));
            account.Property(x => x.Roles).HasColumnName("roles").HasConversion(x => string.Join(' ', x), x => x.Split(' '),
                new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), x => x.Count));
            // Failures are counted per login, known or not: see SignInAttempts.
            account.Ignore(x => x.AccessFailedCount).Ignore(x => x.LockoutEnabled).Ignore(x => x.LockoutEnd)
                .Ignore(x => x.EmailConfirmed).Ignore(x => x.PhoneNumberConfirmed).Ignore(x => x.TwoFactorEnabled);
        });
    }
}
