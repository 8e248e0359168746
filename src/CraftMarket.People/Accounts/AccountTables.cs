using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace CraftMarket.People.Accounts;

/// <summary>The tables beside Marten's, made and changed by the same schema tool and under the same lock as Marten's own.</summary>
internal static class AccountTables
{
    public static IEnumerable<ISchemaObject> All => [Accounts(), SignInAttempts(), KeyRing()];

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

    private static Table SignInAttempts()
    {
        var table = Named("sign_in_attempts");
        table.AddColumn("login_hash", "text").AsPrimaryKey();
        table.AddColumn<int>("failures").NotNull();
        table.AddColumn<DateTimeOffset>("last_at").NotNull().AddIndex();
        table.AddColumn<DateTimeOffset>("locked_until");
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
