using System.Reflection;
using JasperFx.Events;
using JasperFx.Events.Aggregation;
using JasperFx.Events.Daemon;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace CraftMarket.Web.Operating;

/// <summary>No event lies in a stream of another kind: the database itself refuses it, whoever writes.</summary>
/// <remarks>Decision 0033. Marten remembers with each stream what was started there, but holds no later event against
/// it.</remarks>
internal sealed class StreamKinds(IDocumentStore store, NpgsqlDataSource database) : IReferenceData
{
    /// <summary>What the database says when an event is of another kind than its stream.</summary>
    public const string ForeignEvent = "CM001";

    /// <summary>The kinds of streams as Marten names them, each with the names of the events that its state is made of.</summary>
    public static IReadOnlyList<(string Stream, string Event)> Of(IDocumentStore store)
    {
        var events = ((DocumentStore)store).Events;
        var names = events.AllKnownEventTypes().ToDictionary(x => x.EventType, x => x.EventTypeName);
        var folded = names.Keys.Select(x => x.Assembly).Distinct().SelectMany(x => x.GetTypes())
            .Where(x => !x.IsGenericTypeDefinition && !(x.IsAbstract && x.IsSealed))
            .SelectMany(state => Folded(state).Select(x => (State: state, Event: x)));
        var projected = ((DocumentStore)store).Options.Projections.All.OfType<IAggregateProjection>()
            .Where(x => x.Scope == AggregationScope.SingleStream)
            .SelectMany(x => x.AllEventTypes.Select(e => (State: x.AggregateType, Event: e)));
        var told = folded.Concat(projected).Where(x => names.ContainsKey(x.Event))
            .Select(x => (events.AggregateAliasFor(x.State), names[x.Event]));
        return [.. told.Concat(Retired).Distinct().Order()];
    }

    /// <summary>What earlier versions wrote and no state is made of any more.</summary>
    private static readonly (string Stream, string Event)[] Retired =
    [
        ("product", "product_availability_changed"), ("cohort", "cohort_described"), ("livelihood", "cohort_joined"),
        ("livelihood", "cohort_finished"), ("livelihood", "selling_began"), ("marketplace_sale", "sale_settled"),
        ("marketplace_sale", "sale_refunded"), ("marketplace_sale", "sale_cancelled"),
    ];

    /// <summary>What a state is made from and changed by: the events that its <c>Create</c> and <c>Apply</c> take.</summary>
    private static IEnumerable<Type> Folded(Type state) => state
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(x => x.Name is "Create" or "Apply").SelectMany(x => x.GetParameters()).Select(x => x.ParameterType)
        .Select(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IEvent<>) ? x.GetGenericArguments()[0] : x);

    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var command = new NpgsqlCommand(Wall, connection, transaction);
        await command.ExecuteNonQueryAsync(cancellation);
        var pairs = Of(store);
        command.CommandText =
            "insert into market.stream_kinds (stream, event) select * from unnest($1, $2) on conflict do nothing";
        command.Parameters.Add(Words(pairs.Select(x => x.Stream)));
        command.Parameters.Add(Words(pairs.Select(x => x.Event)));
        await command.ExecuteNonQueryAsync(cancellation);
        command.CommandText = Unnamed;
        command.Parameters.Clear();
        await command.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static NpgsqlParameter Words(IEnumerable<string> words) =>
        new() { Value = words.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar };

    private const string Wall = $"""
        select pg_advisory_xact_lock(hashtext('market.stream_kinds'));
        create table if not exists market.stream_kinds (stream varchar not null, event varchar not null,
            primary key (stream, event));
        create or replace function market.refuse_foreign_event() returns trigger language plpgsql as $wall$
        begin
            if not exists (select from {EventTables.Streams} s
                    join market.stream_kinds k on k.stream = s.type and k.event = new.type where s.id = new.stream_id) then
                raise exception 'The event % does not belong in the stream %, which is a %.', new.type, new.stream_id,
                    coalesce((select type from {EventTables.Streams} where id = new.stream_id), 'stream of no kind')
                    using errcode = '{ForeignEvent}';
            end if;
            return new;
        end $wall$;
        create or replace trigger refuse_foreign_event before insert on {EventTables.Events}
            for each row execute function market.refuse_foreign_event();
        """;

    // Earlier versions started these, and no others, without saying what they are: their first event tells.
    private const string Unnamed = $"""
        update {EventTables.Streams} s set type = 'consent_register' from {EventTables.Events} e
            where s.type is null and e.stream_id = s.id and e.version = 1 and e.type in ('consent_given', 'consent_withdrawn')
        """;
}
