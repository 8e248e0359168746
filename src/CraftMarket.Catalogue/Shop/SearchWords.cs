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
            create or replace function {schema}.plain_words(words text) returns text language sql immutable parallel safe as
            $$ select regexp_replace(regexp_replace(lower(normalize(coalesce(words, ''), NFD)), '[\u0300-\u036f]', '', 'g'),
                '\mpenge?rajin', 'perajin', 'g') $$;
            """));
        options.Storage.ExtendedSchemaObjects.Add(Function(schema, "product_words", $"""
            create or replace function {schema}.product_words(page jsonb) returns tsvector language sql immutable parallel safe as
            $$ select setweight(to_tsvector('indonesian', {schema}.plain_words(page ->> 'name')), 'A')
                || setweight(to_tsvector('indonesian', {schema}.plain_words(concat_ws(' ', page ->> 'category', page ->> 'materials'))), 'B')
                || setweight(to_tsvector('indonesian', {schema}.plain_words(concat_ws(' ', 'perajin', page ->> 'maker', page ->> 'place'))), 'C')
                || setweight(to_tsvector('indonesian', {schema}.plain_words(page ->> 'description')), 'D') $$;
            """));
        // All words, the last one perhaps half typed: «dompet daun temb».
        options.Storage.ExtendedSchemaObjects.Add(Function(schema, "product_question", $"""
            create or replace function {schema}.product_question(question text) returns tsquery language sql immutable parallel safe as
            $$ select plainto_tsquery('indonesian', plain) || case when last = '' then ''::tsquery
                else plainto_tsquery('indonesian', regexp_replace(plain, '[[:alnum:]]+[^[:alnum:]]*$', '')) && to_tsquery('simple', last || ':*') end
                from (select plain, coalesce(substring(plain from '([[:alnum:]]+)[^[:alnum:]]*$'), '') as last
                    from (select {schema}.plain_words(question) as plain) as a) as b $$;
            """));
    }

    private static Function Function(string schema, string name, string body) => new(new PostgresqlObjectName(schema, name, SchemaUtils.IdentifierUsage.General), body);
}
