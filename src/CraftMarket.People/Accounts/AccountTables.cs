using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace CraftMarket.People.Accounts;

/// <summary>The tables beside Marten's, made and changed by the same schema tool and under the same lock as Marten's
/// own.</summary>
internal static class AccountTables
{
    public static IEnumerable<ISchemaObject> All => [Accounts(), Sessions(), SecondFactors(), RecoveryCodes(), PasswordResets(),
        AccountClosings(), AccountLog(), SignInCounts(), KeyRing()];

    private static Table Accounts()
    {
        var table = Named("accounts");
        table.AddColumn<Guid>("id").AsPrimaryKey();
        table.AddColumn("user_name", "text").NotNull();
        table.AddColumn("normalized_user_name", "text").NotNull().AddIndex(x => x.IsUnique = true);
        table.AddColumn("email", "text").AddIndex(x => x.IsUnique = true);
        table.AddColumn("normalized_email", "text");
        table.AddColumn("phone_number", "text").AddIndex(x => x.IsUnique = true);
        table.AddColumn("password_hash", "text");
        table.AddColumn("security_stamp", "text").NotNull();
        table.AddColumn("concurrency_stamp", "text");
        table.AddColumn<Guid>("person_id").AddIndex();
        table.AddColumn<Guid>("artisan_id").AddIndex(x => x.IsUnique = true);
        table.AddColumn("area", "text");
        table.AddColumn("roles", "text").NotNull();
        table.AddColumn<DateTimeOffset>("closed_at");
        return table;
    }

    private static Table Sessions()
    {
        var table = Named("sessions");
        table.AddColumn<Guid>("id").AsPrimaryKey();
        table.AddColumn<Guid>("account_id").NotNull().AddIndex();
        table.AddColumn("stamp", "text").NotNull();
        table.AddColumn("device", "text").NotNull();
        table.AddColumn<DateTimeOffset>("opened_at").NotNull();
        table.AddColumn<DateTimeOffset>("last_used_at").NotNull();
        table.AddColumn<DateTimeOffset>("ends_at").NotNull().AddIndex();
        table.AddColumn<bool>("second_factor").NotNull();
        return table;
    }

    private static Table SecondFactors()
    {
        var table = Named("second_factors");
        table.AddColumn<Guid>("account_id").AsPrimaryKey();
        table.AddColumn("sealed", "jsonb").NotNull();
        table.AddColumn<DateTimeOffset>("since").NotNull();
        table.AddColumn<long>("last_step").NotNull();
        return table;
    }

    private static Table RecoveryCodes()
    {
        var table = Named("recovery_codes");
        table.AddColumn("code_hash", "text").AsPrimaryKey();
        table.AddColumn<Guid>("account_id").NotNull().AddIndex();
        return table;
    }

    private static Table PasswordResets()
    {
        var table = Named("password_resets");
        table.AddColumn<Guid>("account_id").AsPrimaryKey();
        table.AddColumn("token_hash", "text").NotNull().AddIndex(x => x.IsUnique = true);
        table.AddColumn<Guid>("made_by");
        table.AddColumn<DateTimeOffset>("made_at").NotNull();
        table.AddColumn<DateTimeOffset>("valid_until").NotNull();
        table.AddColumn<bool>("drops_factor").NotNull();
        return table;
    }

    private static Table AccountClosings()
    {
        var table = Named("account_closings");
        table.AddColumn<Guid>("account_id").AsPrimaryKey();
        table.AddColumn<Guid>("closed_by");
        table.AddColumn("sealed", "jsonb").NotNull();
        return table;
    }

    private static Table AccountLog()
    {
        var table = Named("account_log");
        table.AddColumn<Guid>("id").AsPrimaryKey();
        table.AddColumn<Guid>("account_id");
        table.AddColumn("what", "text").NotNull();
        table.AddColumn<Guid>("made_by");
        table.AddColumn<DateTimeOffset>("at").NotNull().AddIndex();
        return table;
    }

    private static Table SignInCounts()
    {
        var table = Named("sign_in_counts");
        table.AddColumn("subject", "text").AsPrimaryKey();
        table.AddColumn<int>("failures").NotNull();
        table.AddColumn<DateTimeOffset>("since").NotNull();
        table.AddColumn<DateTimeOffset>("last_at").NotNull().AddIndex();
        table.AddColumn<DateTimeOffset>("locked_until");
        table.AddColumn<DateTimeOffset>("proven_at");
        return table;
    }

    private static Table KeyRing()
    {
        var table = Named("key_ring");
        table.AddColumn<Guid>("id").AsPrimaryKey();
        table.AddColumn("sealed", "jsonb").NotNull();
        return table;
    }

    private static Table Named(string name) => new($"{AccountsContext.Schema}.{name}");
}
