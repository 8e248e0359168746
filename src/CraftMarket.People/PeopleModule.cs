using CraftMarket.Kernel.Facts;
using CraftMarket.People.Accounts;
using CraftMarket.People.Contact;
using CraftMarket.People.Erasing;
using CraftMarket.People.Joining;
using CraftMarket.People.Keys;
using CraftMarket.People.Persons;
using JasperFx.Events.Projections;
using Marten;
using Marten.Schema;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CraftMarket.People;

/// <summary>What People keeps: accounts, person files, invitations, consents, who looked at what.</summary>
public static class PeopleModule
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.ConfigureMarten(options =>
        {
            options.Storage.ExtendedSchemaObjects.AddRange(AccountTables.All);
            options.Events.AddEventTypes([typeof(ConsentGiven), typeof(ConsentWithdrawn), typeof(PersonErased),
                typeof(ErasureAsked),
                typeof(ErasureAgreed), typeof(ErasureDeclined)]);
            options.Projections.Snapshot<ConsentRegister>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<Erasure>(SnapshotLifecycle.Inline);
            options.Schema.For<ErasureWords>();
            options.Schema.For<ErasureReason>();
            options.Schema.For<PersonFile>().DatabaseSchemaName(AccountsContext.Schema)
                .UniqueIndex(UniqueIndexType.Computed, x => x.NikHash).Index(x => x.NameHash);
            options.Schema.For<ShopContact>().DatabaseSchemaName(AccountsContext.Schema);
            options.Schema.For<ErasedPerson>().DatabaseSchemaName(AccountsContext.Schema);
            options.Schema.For<AccessLogEntry>().DatabaseSchemaName(AccountsContext.Schema).Index(x => x.Whose);
            options.Schema.For<Invitation>().DatabaseSchemaName(AccountsContext.Schema)
                .UniqueIndex(UniqueIndexType.Computed, x => x.TokenHash).Index(x => x.LoginHash);
        });
        services.AddSingleton(SealedDocument.Of<PersonFile>(new SealedPart(nameof(PersonFile.Sealed), nameof(PersonFile.Id),
            typeof(Forgetting))));
        services.AddSingleton(SealedDocument.Of<Invitation>(new SealedPart(nameof(Invitation.Login), nameof(Invitation.PersonId),
            typeof(Forgetting))));
        services.AddSingleton(SealedDocument.Of<ShopContact>(new SealedPart(nameof(ShopContact.Number), nameof(ShopContact.Id),
            typeof(Forgetting))));
        services.AddSingleton(SealedDocument.Of<ErasureWords>(new SealedPart(nameof(ErasureWords.Words),
            nameof(ErasureWords.Whose), typeof(Forgetting))));
        services.AddSingleton<IReferenceData, ErasureReasons>();
        services.AddAccounts();
        services.AddSingleton<Invitations>().AddSingleton<ShopContacts>();
        return services;
    }

    /// <summary>The key store: in the market's database, or in one of its own.</summary>
    /// <param name="apart">How to reach that one; null to keep keys beside what they open.</param>
    public static IServiceCollection AddKeyStore(this IServiceCollection services, string? apart)
    {
        services.AddSingleton<IReferenceData, KeysMoved>();
        if (apart is not null)
        {
            // Never disposed of: it serves until the process ends.
            var place = new KeyPlace(new(NpgsqlDataSource.Create(apart)), IsApart: true);
            return services.AddSingleton(place)
                .AddSingleton<IKeyStore>(x => new KeysApart(place.Table, x.GetRequiredService<MasterKey>()));
        }

        return services.ConfigureMarten(options => options.Storage.ExtendedSchemaObjects.Add(KeyTable.Shape()))
            .AddSingleton(x => new KeyPlace(new(x.GetRequiredService<NpgsqlDataSource>()), IsApart: false))
            .AddSingleton<IKeyStore, KeysBeside>();
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        services.AddDbContextFactory<AccountsContext>((provider, options) =>
            options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddIdentityCore<Account>()
            .AddUserStore<UserOnlyStore<Account, AccountsContext, Guid>>()
            .AddClaimsPrincipalFactory<AccountClaims>();
        services.AddSingleton<SignInCounts>().AddSingleton<SprayWatch>().AddSingleton<SignInAttempts>();
        services.AddSingleton<AccountBook>().AddSingleton<Sessions>().AddSingleton<CredentialChange>();
        services.AddSingleton<SecondFactors>().AddSingleton<Resets>().AddSingleton<Closing>().AddScoped<OwnPassword>();
        services.AddSingleton<AccountLog>().AddSingleton<OwnNames>().AddSingleton<SigningOut>().AddSingleton<OfficeAccounts>();
        services.AddScoped<Credentials>();
        // Without a name of its own it is told apart by the folder that it runs from, and the next version, or a node elsewhere,
        // would read no cookie.
        services.AddDataProtection().SetApplicationName("craftmarket");
        services.AddSingleton<KeyRing>();
        // It warns that no encryptor is set; KeyRing seals what it stores.
        services.AddLogging(logging =>
            logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
        services.AddOptions<KeyManagementOptions>().Configure<KeyRing>((keys, ring) => keys.XmlRepository = ring);
    }
}
