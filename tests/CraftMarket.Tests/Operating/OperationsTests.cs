using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CraftMarket.Tests.People;
using CraftMarket.Web.Access;

namespace CraftMarket.Tests.Operating;

/// <summary>What every reply has, and what programs are told when something is wrong.</summary>
public sealed class OperationsTests(RunningMarket market)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task it_is_ready_once_everything_has_started()
    {
        using var visitor = market.Visitor();
        Assert.Equal("Healthy", await visitor.GetStringAsync("/health/ready", Stop));
    }

    [Fact]
    public async Task no_other_site_may_frame_us_and_no_script_but_ours_runs()
    {
        using var visitor = market.Visitor();
        using var reply = await visitor.GetAsync("/", Stop);
        var policy = reply.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", reply.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("/perajin/persetujuan", HttpStatusCode.InternalServerError)]
    [InlineData("/tidak-ada", HttpStatusCode.NotFound)]
    public async Task the_page_of_an_error_is_guarded_like_any_other(string path, HttpStatusCode status)
    {
        using var browser = market.Visitor();
        // An account without a person: the page cannot say whose consents it shows and throws.
        browser.DefaultRequestHeaders.Add("Cookie",
            $"craftmarket={market.Cookie(Roles.Artisan, ("artisan", Guid.NewGuid().ToString()))}");
        using var reply = await browser.GetAsync(path, Stop);
        Assert.Equal(status, reply.StatusCode);
        Assert.All(["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"], x =>
            Assert.Single(reply.Headers.GetValues(x)));
    }

    [Theory]
    [InlineData("GET", "/api/v1/no-such-thing", 404, "not_found")]
    [InlineData("GET", "/api/v1/dead-letters", 401, "not_signed_in")]
    [InlineData("POST", "/api/v1/dead-letters", 405, "method_not_allowed")]
    public async Task a_program_is_told_by_a_code(string method, string path, int status, string code)
    {
        using var visitor = market.Visitor();
        using var reply = await visitor.SendAsync(new HttpRequestMessage(new(method), path), Stop);
        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, (await reply.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("/", "Cross-Origin-Opener-Policy", "same-origin")]
    [InlineData("/", "Cross-Origin-Resource-Policy", "same-origin")]
    [InlineData("/api/v1/products", "Cross-Origin-Resource-Policy", "same-origin")]
    [InlineData("/kartu.jpg", "Cross-Origin-Resource-Policy", "cross-origin")]
    [InlineData("/", "Referrer-Policy", "same-origin")]
    public async Task other_sites_get_no_hold_of_us(string path, string header, string value)
    {
        using var visitor = market.Visitor();
        using var reply = await visitor.GetAsync(path, Stop);
        Assert.Equal(value, reply.Headers.GetValues(header).Single());
    }

    [Fact]
    public async Task nothing_unsafe_is_allowed_and_no_device_of_the_reader()
    {
        using var visitor = market.Visitor();
        using var reply = await visitor.GetAsync("/", Stop);
        Assert.DoesNotContain("unsafe", reply.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.All(["camera=()", "geolocation=()", "microphone=()", "payment=()", "usb=()"],
            x => Assert.Contains(x, reply.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task what_is_one_persons_is_kept_by_no_browser_and_no_proxy()
    {
        using var visitor = market.Visitor();
        using var artisan = market.OnPages(Roles.Artisan, Visitors.Claims(Roles.Artisan));
        using var program = market.As(Roles.Artisan, Visitors.Claims(Roles.Artisan));
        using var order = await visitor.GetAsync($"/api/v1/orders/{Guid.NewGuid()}?key=x", Stop);
        using var orderPage = await visitor.GetAsync($"/pesanan/{Guid.NewGuid()}?key=x", Stop);
        using var signIn = await visitor.PostAsJsonAsync("/api/v1/sign-in", new { login = "siapa", password = "salah" }, Stop);
        using var earnings = await artisan.GetAsync("/perajin/penghasilan", Stop);
        using var income = await program.GetAsync("/api/v1/artisans/me/products", Stop);
        Assert.All([order, orderPage, signIn, earnings, income], x =>
            Assert.Contains("no-store", x.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal));
        using var shop = await visitor.GetAsync("/api/v1/products", Stop);
        Assert.Null(shop.Headers.CacheControl);
    }

    [Theory]
    [InlineData("{\"buyer\":{\"name\":\"Lalu\\u0000\"}}", 422, "invalid_text", "buyer.name")]
    [InlineData("{\"payment\":\"card\",\"lines\":[null]}", 400, "malformed", "lines")]
    [InlineData("{\"payment\":\"card\",\"lines\":[{\"quantity\":\"satu\"}]}", 400, "malformed", "lines[0].quantity")]
    [InlineData("{\"payment\":\"card\",\"lines\":[{\"quantity\":9223372036854775808}]}", 400, "malformed", "lines[0].quantity")]
    [InlineData("{\"buyer\":{\"name\":\"\\ud800\"}}", 400, "malformed", "buyer.name")]
    public async Task a_body_that_cannot_be_used_is_told_at_its_field(string body, int status, string code, string field)
    {
        using var visitor = market.Visitor();
        using var reply = await visitor.PostAsync("/api/v1/orders", new StringContent(body, Encoding.UTF8, "application/json"),
            Stop);
        Assert.Equal(status, (int)reply.StatusCode);
        var problem = await reply.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal((code, field), (problem.GetProperty("code").GetString(), problem.GetProperty("errors").EnumerateObject()
            .Single().Name));
    }

    [Fact]
    public async Task what_cannot_be_read_is_malformed()
    {
        using var visitor = market.Visitor();
        using var reply =
            await visitor.PostAsync("/api/v1/sign-in", new StringContent("{not json", Encoding.UTF8, "application/json"), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal("malformed", (await reply.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task dead_letters_are_the_operators_alone()
    {
        using var staff = market.As(Roles.Staff);
        using var forbidden = await staff.GetAsync("/api/v1/dead-letters", Stop);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        using var operations = market.As(Roles.Operator);
        var page = await operations.GetFromJsonAsync<JsonElement>("/api/v1/dead-letters", Stop);
        Assert.Equal(JsonValueKind.Array, page.GetProperty("items").ValueKind);
        using var unknown = await operations.PostAsync($"/api/v1/dead-letters/{Guid.NewGuid()}/retry", null, Stop);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }
}
