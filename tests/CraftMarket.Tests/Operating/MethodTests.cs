using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CraftMarket.Tests.People;
using CraftMarket.Web.Access;

namespace CraftMarket.Tests.Operating;

/// <summary>An address that is there answers a wrong method or a wrong content type for what they are, not as if it were not
/// there.</summary>
public sealed class MethodTests(RunningMarket market)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("DELETE", "/api/v1/products", "GET, HEAD, POST")]
    [InlineData("TRACE", "/api/v1/products", "GET, HEAD, POST")]
    [InlineData("NAUGHTY", "/api/v1/products", "GET, HEAD, POST")]
    [InlineData("GET", "/api/v1/orders", "POST")]
    [InlineData("HEAD", "/api/v1/sign-in", "POST")]
    [InlineData("POST", "/api/v1/dead-letters", "GET, HEAD")]
    [InlineData("GET", "/webhooks/stripe", "POST")]
    public async Task a_wrong_method_is_405_and_says_which_are_right(string method, string path, string allowed)
    {
        using var reply = await Sent(method, path);
        Assert.Equal(405, (int)reply.StatusCode);
        Assert.Equal(allowed.Split(", "), reply.Content.Headers.Allow.Order(StringComparer.Ordinal));
        if (method == "HEAD") return;
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        Assert.Equal("method_not_allowed", (await reply.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code")
            .GetString());
    }

    [Theory]
    [InlineData("/api/v1/orders", "text/plain")]
    [InlineData("/api/v1/orders", "application/x-www-form-urlencoded")]
    [InlineData("/api/v1/sign-in", "text/xml")]
    [InlineData("/api/v1/sign-in", null)]
    public async Task a_wrong_content_type_is_415(string path, string? type)
    {
        using var reply = await Sent("POST", path, type, "{}");
        Assert.Equal(415, (int)reply.StatusCode);
        Assert.Equal("unsupported_media_type", (await reply.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code")
            .GetString());
    }

    [Theory]
    [InlineData("/api/v1/products")]
    [InlineData("/api/v1/categories")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health/live")]
    [InlineData("/")]
    [InlineData("/urutan")]
    [InlineData("/robots.txt")]
    public async Task head_answers_like_get_without_the_body(string path)
    {
        using var whole = await Sent("GET", path);
        using var head = await Sent("HEAD", path);
        Assert.Equal(200, (int)head.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Stop));
    }

    [Theory]
    [InlineData("TRACE", "/", 405)]
    [InlineData("PUT", "/produk/tas", 405)]
    [InlineData("DELETE", "/masuk", 405)]
    [InlineData("PATCH", "/keranjang", 405)]
    [InlineData("POST", "/urutan", 405)]
    [InlineData("TRACE", "/tidak/ada", 404)]
    public async Task a_page_takes_what_its_forms_send_and_nothing_else(string method, string path, int status)
    {
        using var reply = await Sent(method, path);
        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Contains("<h1", await reply.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        if (status == 405) Assert.Contains("GET", reply.Content.Headers.Allow);
    }

    [Fact]
    public async Task a_page_that_throws_for_nobody_signed_in_throws_for_no_method_either()
    {
        using var artisan = market.OnPages(Roles.Artisan, Visitors.Claims(Roles.Artisan));
        using var reply = await artisan.SendAsync(new(new("TRACE"), "/perajin/penghasilan"), Stop);
        Assert.Equal(405, (int)reply.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/v1/no-such-thing")]
    [InlineData("POST", "/api/v1/no-such-thing")]
    [InlineData("TRACE", "/api/v1/products/tas/no-such-thing")]
    public async Task an_unknown_address_stays_not_found(string method, string path)
    {
        using var reply = await Sent(method, path);
        Assert.Equal(404, (int)reply.StatusCode);
        Assert.Equal("not_found", (await reply.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString());
    }

    private async Task<HttpResponseMessage> Sent(string method, string path, string? type = null, string? body = null)
    {
        using var visitor = market.Visitor();
        using var request = new HttpRequestMessage(new(method), path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (type is not null) request.Content.Headers.ContentType = new(type);
        }

        return await visitor.SendAsync(request, Stop);
    }
}
