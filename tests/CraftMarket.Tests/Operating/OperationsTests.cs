using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
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
        browser.DefaultRequestHeaders.Add("Cookie", $"craftmarket={market.Cookie(Roles.Artisan, ("artisan", Guid.NewGuid().ToString()))}");
        using var reply = await browser.GetAsync(path, Stop);
        Assert.Equal(status, reply.StatusCode);
        Assert.All(["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"], x => Assert.Single(reply.Headers.GetValues(x)));
    }

    [Theory]
    [InlineData("GET", "/api/v1/no-such-thing", 404, "not_found")]
    [InlineData("GET", "/api/v1/dead-letters", 401, "not_signed_in")]
    [InlineData("POST", "/api/v1/dead-letters", 404, "not_found")]
    public async Task a_program_is_told_by_a_code(string method, string path, int status, string code)
    {
        using var visitor = market.Visitor();
        using var reply = await visitor.SendAsync(new HttpRequestMessage(new(method), path), Stop);
        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, (await reply.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task what_cannot_be_read_is_malformed()
    {
        using var visitor = market.Visitor();
        using var reply = await visitor.PostAsync("/api/v1/sign-in", new StringContent("{not json", Encoding.UTF8, "application/json"), Stop);
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
