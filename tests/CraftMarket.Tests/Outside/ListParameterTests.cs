using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Web.Access;

namespace CraftMarket.Tests.Outside;

/// <summary>A list that is asked for with a word it does not know says so, instead of answering another question.</summary>
public sealed class ListParameterTests(RunningMarket market)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sort=cheapest", "sort", "unknown_sort")]
    [InlineData("sort=price&sort=newest", "sort", "unknown_sort")]
    [InlineData("category=sepatu", "category", "unknown_category")]
    [InlineData("category=rokok", "category", "unknown_category")]
    [InlineData("page=0", "page", "invalid_page")]
    [InlineData("page=-1", "page", "invalid_page")]
    [InlineData("page=dua", "page", "invalid_page")]
    [InlineData("page=1.5", "page", "invalid_page")]
    [InlineData("page=1&page=2", "page", "invalid_page")]
    [InlineData("page=9223372036854775808", "page", "invalid_page")]
    [InlineData("minPrice=murah", "minPrice", "invalid_price")]
    [InlineData("minPrice=-1", "minPrice", "invalid_price")]
    [InlineData("maxPrice=1e5", "maxPrice", "invalid_price")]
    [InlineData("facets=ya", "facets", "invalid_facets")]
    [InlineData("q=tas%00", "q", "invalid_text")]
    public async Task what_the_window_does_not_know_is_422_at_its_field(string query, string field, string code)
    {
        using var visitor = market.Visitor();
        await Refused(await visitor.GetAsync($"/api/v1/products?{query}", Stop), field, code);
    }

    [Theory]
    [InlineData("sort=newest")]
    [InlineData("sort=price")]
    [InlineData("sort=-price")]
    [InlineData("sort=relevance")]
    [InlineData("sort=fair")]
    [InlineData("category=tas&minPrice=0&maxPrice=9223372036854775807&page=1&facets=false")]
    [InlineData("sort=&category=&minPrice=&page=")]
    [InlineData("page=1000000&unknown=1")]
    public async Task what_it_knows_it_answers(string query)
    {
        using var visitor = market.Visitor();
        using var reply = await visitor.GetAsync($"/api/v1/products?{query}", Stop);
        Assert.Equal(200, (int)reply.StatusCode);
    }

    [Theory]
    [InlineData("10000")]
    [InlineData("89478486")]
    [InlineData("2147483647")]
    public async Task behind_the_last_page_there_is_nothing_and_no_error(string page)
    {
        using var visitor = market.Visitor();
        var list = await visitor.GetFromJsonAsync<JsonElement>($"/api/v1/products?page={page}", Stop);
        Assert.Empty(list.GetProperty("items").EnumerateArray());
        Assert.Equal(page, list.GetProperty("page").GetRawText());
    }

    [Theory]
    [InlineData(Roles.Staff, "/api/v1/participants")]
    [InlineData(Roles.Staff, "/api/v1/mark-applications")]
    [InlineData(Roles.Staff, "/api/v1/regions/without-bps-code")]
    [InlineData(Roles.Curator, "/api/v1/curation")]
    [InlineData(Roles.Operator, "/api/v1/dead-letters")]
    [InlineData(Roles.Artisan, "/api/v1/artisans/me/orders")]
    [InlineData(Roles.Artisan, "/api/v1/artisans/me/reviews")]
    public async Task every_list_takes_pages_in_one_way(string role, string path)
    {
        using var somebody = market.As(role, People.Visitors.Claims(role));
        await Refused(await somebody.GetAsync($"{path}?page=0", Stop), "page", "invalid_page");
        await Refused(await somebody.GetAsync($"{path}?page=dua", Stop), "page", "invalid_page");
        foreach (var far in new[] { "2147483647", "107374183" })
        {
            var list = await somebody.GetFromJsonAsync<JsonElement>($"{path}?page={far}", Stop);
            Assert.Empty(list.GetProperty("items").EnumerateArray());
        }
    }

    [Theory]
    [InlineData(Roles.Staff, "/api/v1/mark-applications")]
    [InlineData(Roles.Artisan, "/api/v1/artisans/me/orders")]
    public async Task a_state_that_there_is_not_is_422(string role, string path)
    {
        using var somebody = market.As(role, People.Visitors.Claims(role));
        await Refused(await somebody.GetAsync($"{path}?status=entah", Stop), "status", "unknown_status");
        await Refused(await somebody.GetAsync($"{path}?status=999", Stop), "status", "unknown_status");
    }

    [Theory]
    [InlineData("/?urut=entah")]
    [InlineData("/?hal=dua&q=tas")]
    [InlineData("/?min=murah")]
    [InlineData("/?perajin=siapa")]
    public async Task a_reader_with_a_broken_link_sees_goods_and_a_sentence(string path)
    {
        using var visitor = market.Visitor();
        using var reply = await visitor.GetAsync(path, Stop);
        var page = await reply.Content.ReadAsStringAsync(Stop);
        Assert.Equal(200, (int)reply.StatusCode);
        Assert.Contains("data-test=\"not-understood\"", page, StringComparison.Ordinal);
        Assert.Contains("Sebagian alamat ini tidak dikenal", page, StringComparison.Ordinal);
    }

    private static async Task Refused(HttpResponseMessage reply, string field, string code)
    {
        using (reply)
        {
            Assert.Equal(422, (int)reply.StatusCode);
            var problem = await reply.Content.ReadFromJsonAsync<JsonElement>(Stop);
            Assert.Equal((code, field), (problem.GetProperty("code").GetString(), problem.GetProperty("errors").EnumerateObject()
                .Single().Name));
        }
    }
}
