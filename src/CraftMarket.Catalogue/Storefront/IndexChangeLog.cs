using Marten;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql;
using Weasel.Postgresql.Functions;
using Weasel.Postgresql.Tables;
using Weasel.Postgresql.Triggers;

namespace CraftMarket.Catalogue;

/// <summary>Which card changed in which transaction, noted by the database itself, so that no node can miss a change, whoever
/// made it.</summary>
internal sealed class IndexChangeLog(StoreOptions options) : FeatureSchemaBase("window", options.Advanced.Migrator)
{
    /// <summary>Notes what was there before the notes began, and brings notes of a restored copy, whose transactions count anew,
    /// up to date.</summary>
    public const string CatchUp = $"""
        insert into market.window_change (id, changed) select id, pg_current_xact_id()::text::bigint
            from {ProductCard.Table} on conflict do nothing;
        update market.window_change set changed = pg_current_xact_id()::text::bigint
            where changed > pg_current_xact_id()::text::bigint
        """;

    private static readonly string[] Watched =
        [ProductCard.Table, ProductPage.Table, Synonyms.Table, MarkUse.Table, Village.Table];

    protected override IEnumerable<ISchemaObject> schemaObjects()
    {
        var schema = options.DatabaseSchemaName;
        var table = new Table(Name(schema, "window_change"));
        table.AddColumn("id", "uuid").AsPrimaryKey();
        table.AddColumn("changed", "bigint").NotNull();
        table.Indexes.Add(new IndexDefinition("window_change_changed") { Columns = ["changed"] });
        yield return table;
        yield return Note("note_window_change", "coalesce(new.id, old.id)");
        // Its own id may be that of a size or colour; what is seen of it is seen on the product's card.
        yield return Note("note_supply_change", "(coalesce(new.data, old.data) ->> 'ProductId')::uuid");
        // A part of an order may hold several products, and its review is on the card of each. In one order, so that two at once
        // wait for each other and never in a circle.
        yield return NotingProducts("note_review_change", "coalesce(new.data, old.data) ->> 'Stars' is not null");
        yield return NotingProducts("note_given_back", "coalesce(new.data, old.data) -> 'GivenBack' = 'true'");
        foreach (var watched in Watched) foreach (var trigger in Triggers(watched, "note_window_change")) yield return trigger;
        yield return Note("note_category_change", $"'{Category.Any}'::uuid");
        foreach (var trigger in Triggers(Category.Table, "note_category_change")) yield return trigger;
        foreach (var trigger in Triggers(ArticleSupply.Table, "note_supply_change")) yield return trigger;
        foreach (var trigger in Triggers(PartReview.Table, "note_review_change")) yield return trigger;
        foreach (var trigger in Triggers(ReviewablePart.Table, "note_given_back")) yield return trigger;

        // Written as PostgreSQL writes it back: any other spelling looks changed at every start.
        Function Note(string name, string card) => Noting(name, null,
            $"insert into {schema}.window_change as w (id, changed) values ({card}, pg_current_xact_id()::text::bigint)");

        Function NotingProducts(string name, string when) => Noting(name, when, $"""
            insert into {schema}.window_change as w (id, changed) select distinct x.id::uuid, pg_current_xact_id()::text::bigint
                    from jsonb_array_elements_text(coalesce(new.data, old.data) -> 'Products') as x(id) order by 1
            """);

        Function Noting(string name, string? when, string insert) => new(Name(schema, name), $"""
            CREATE OR REPLACE FUNCTION {schema}.{name}()
             RETURNS trigger
             LANGUAGE plpgsql
            AS $function$ begin
                if tg_op = 'TRUNCATE' then
                    update {schema}.window_change set changed = pg_current_xact_id()::text::bigint;
                {(when is null ? "else" : $"elsif {when} then")}
                    {insert}
                    on conflict (id) do update set changed = excluded.changed where w.changed <> excluded.changed;
                end if;
                return null;
            end $function$;
            """);

        IEnumerable<Trigger> Triggers(string table, string function)
        {
            var watched = table[(table.IndexOf('.', StringComparison.Ordinal) + 1)..];
            yield return Trigger(watched, "row", function,
                TriggerEvents.Insert | TriggerEvents.Update | TriggerEvents.Delete, true);
            yield return Trigger(watched, "all", function, TriggerEvents.Truncate, false);
        }

        Trigger Trigger(string watched, string what, string function, TriggerEvents events, bool eachRow) =>
            new(Name(schema, $"{watched}_{what}"), Name(schema, watched), $"{schema}.{function}()")
            {
                Timing = TriggerTiming.After, Events = events, ForEachRow = eachRow,
            };
    }

    private static PostgresqlObjectName Name(string schema, string name) =>
        new(schema, name, SchemaUtils.IdentifierUsage.General);
}
