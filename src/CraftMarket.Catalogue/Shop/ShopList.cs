using System.Globalization;
using System.Text;
using Npgsql;

namespace CraftMarket.Catalogue;

/// <summary>How the list is ordered.</summary>
public enum ShopOrder { Newest, CheapestFirst, DearestFirst, Relevance }

/// <summary>What a buyer looks for. Nulls leave out a condition.</summary>
/// <param name="Village">Kemendagri code or the village's name in an address.</param>
public sealed record ShopQuestion(string? Words, string? Village, string? Category, string? Material, long? MinPrice, long? MaxPrice,
    ShopOrder? Order, int Page)
{
    public const int PageSize = 24;
}

/// <summary>A page of the shop window: the items as JSON, as they lie in the database.</summary>
/// <param name="Items">UTF-8 JSON objects with commas between.</param>
public sealed record ShopListPage(byte[] Items, long Total, int Page);

/// <summary>The public list of products, in one statement.</summary>
public sealed class ShopList(NpgsqlDataSource database)
{
    /// <summary>Ranking a thousand hits would cost more than it tells: among the newest, those with the words in their name come first.</summary>
    private const int Ranked = 8 * ShopQuestion.PageSize;

    private const string Cards = "market.mt_doc_productcard as c", OnSale = $" where c.status = '{ProductCard.OnSale}'", Window = Cards + OnSale;

    public async Task<ShopListPage> FindAsync(ShopQuestion question, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand();
        var where = Conditions(question, command.Parameters);
        command.Parameters.Add(new() { Value = (question.Page - 1) * ShopQuestion.PageSize });
        command.CommandText = Statement(question, where, $"${command.Parameters.Count}");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new(reader.GetFieldValue<byte[]>(0), reader.GetInt64(1), question.Page);
    }

    private static string Statement(ShopQuestion question, string where, string offset)
    {
        var order = question.Order ?? (question.Words is null ? ShopOrder.Newest : ShopOrder.Relevance);
        if (order == ShopOrder.Newest && where == Window) return Newest(offset);
        var page = order == ShopOrder.Relevance && question.Words is not null && question.Page * ShopQuestion.PageSize <= Ranked
            ? $"""
                select data from (select c.id, c.data, c.listed_at as listed from {where} order by c.listed_at desc, c.id desc limit {Ranked}) as newest
                order by ts_rank(to_tsvector('indonesian', market.plain_words(data ->> 'name')), market.product_question($1)) desc, listed desc, id desc
                limit {ShopQuestion.PageSize} offset {offset}
                """
            : $"select c.data from {where} order by {Order(order)}, c.id desc limit {ShopQuestion.PageSize} offset {offset}";
        return $"""
            select convert_to(coalesce(string_agg(page.data::text, ','), ''), 'UTF8'), (select count(*) from {where}) from ({page}) as page
            """;
    }

    /// <summary>Finds the page in the index alone and only then reads it: the fortieth costs little more than the first.</summary>
    private static string Newest(string offset) => $"""
        select convert_to(coalesce(string_agg(c.data::text, ',' order by c.listed_at desc, c.id desc), ''), 'UTF8'), (select count(*) from {Window})
        from (select c.id from {Window} order by c.listed_at desc, c.id desc limit {ShopQuestion.PageSize} offset {offset}) as page
        join market.mt_doc_productcard as c on c.id = page.id
        """;

    private static string Order(ShopOrder order) => order switch
    {
        ShopOrder.CheapestFirst => "c.data -> 'price'",
        ShopOrder.DearestFirst => "c.data -> 'price' desc",
        _ => "c.listed_at desc",
    };

    /// <summary>The words come first, so that ranking can name them.</summary>
    private static string Conditions(ShopQuestion question, NpgsqlParameterCollection parameters)
    {
        var from = new StringBuilder(Cards);
        var where = new StringBuilder(OnSale);
        if (question.Words is not null)
        {
            from.Append(" join market.mt_doc_productpage as p on p.id = c.id");
            And("market.product_words(p.data) @@ market.product_question({0})", question.Words);
        }

        And(RegionCode.TryParse(question.Village, out _) ? "c.data -> 'village' ->> 'code' = {0}" : "c.data -> 'village' ->> 'slug' = {0}", question.Village);
        And("c.data ->> 'category' = {0}", question.Category);
        And("exists (select from jsonb_array_elements_text(c.data -> 'materials') as m where position(market.plain_words({0}) in market.plain_words(m)) > 0)",
            question.Material);
        And("(c.data ->> 'price')::bigint >= {0}", question.MinPrice);
        And("(c.data ->> 'price')::bigint <= {0}", question.MaxPrice);
        return from.Append(where).ToString();

        void And(string condition, object? value)
        {
            if (value is null) return;
            parameters.Add(new() { Value = value });
            where.Append(" and ").AppendFormat(CultureInfo.InvariantCulture, condition, $"${parameters.Count}");
        }
    }
}
