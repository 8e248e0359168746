using Marten;
using Weasel.Postgresql;
using Weasel.Postgresql.Functions;

namespace CraftMarket.Catalogue;

/// <summary>Indonesian full text in PostgreSQL. Text and question go through the same function, so <c>perajin</c> and <c>pengrajin</c>
/// (which the stemmer takes for different words), capitals and accents are alike on both sides.</summary>
internal static class SearchWords
{
    public static void AddTo(StoreOptions options)
    {
        var schema = options.DatabaseSchemaName;
        options.Storage.ExtendedSchemaObjects.Add(Function(schema, "plain_words", $"""
            CREATE OR REPLACE FUNCTION {schema}.plain_words(words text)
             RETURNS text
             LANGUAGE sql
             IMMUTABLE PARALLEL SAFE
            AS $function$ select regexp_replace(regexp_replace(lower(normalize(coalesce(words, ''), NFD)), '[\u0300-\u036f]', '', 'g'),
                '\mpenge?rajin', 'perajin', 'g') $function$;
            """));
        // Its stated cost keeps the planner on the index: computing the words of every product anew takes a hundred times as long.
        options.Storage.ExtendedSchemaObjects.Add(Function(schema, "product_words", $"""
            CREATE OR REPLACE FUNCTION {schema}.product_words(page jsonb)
             RETURNS tsvector
             LANGUAGE sql
             IMMUTABLE PARALLEL SAFE COST 10000
            AS $function$ select setweight(to_tsvector('indonesian', {schema}.plain_words(page ->> 'name')), 'A')
                || setweight(to_tsvector('indonesian', {schema}.plain_words(concat_ws(' ', page ->> 'category', page ->> 'materials'))), 'B')
                || setweight(to_tsvector('indonesian', {schema}.plain_words(concat_ws(' ', 'perajin', page ->> 'maker', page ->> 'place'))), 'C')
                || setweight(to_tsvector('indonesian', {schema}.plain_words(page ->> 'description')), 'D') $function$;
            """));
        // All words, the last one perhaps half typed: «dompet daun temb».
        options.Storage.ExtendedSchemaObjects.Add(Function(schema, "product_question", $"""
            CREATE OR REPLACE FUNCTION {schema}.product_question(question text)
             RETURNS tsquery
             LANGUAGE sql
             IMMUTABLE PARALLEL SAFE
            AS $function$ select case when last = '' then plainto_tsquery('indonesian', plain)
                when rest !~ '[[:alnum:]]' then plainto_tsquery('indonesian', plain) || to_tsquery('simple', last || ':*')
                else plainto_tsquery('indonesian', plain) || (plainto_tsquery('indonesian', rest) && to_tsquery('simple', last || ':*')) end
                from (select plain, coalesce(substring(plain from '([[:alnum:]]+)[^[:alnum:]]*$'), '') as last,
                        regexp_replace(plain, '[[:alnum:]]+[^[:alnum:]]*$', '') as rest
                    from (select {schema}.plain_words(question) as plain) as a) as b $function$;
            """));
    }

    /// <remarks>Written as PostgreSQL writes it back: any other spelling looks changed at every start, and the index would be dropped with it.</remarks>
    private static Function Function(string schema, string name, string body) => new(new PostgresqlObjectName(schema, name, SchemaUtils.IdentifierUsage.General), body);
}
