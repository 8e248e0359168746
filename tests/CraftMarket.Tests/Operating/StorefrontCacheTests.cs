using System.Text;
using CraftMarket.Web.Operating;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.Operating;

/// <summary>The shop window may be a second old, for strangers, and never older than one's own change.</summary>
public sealed class StorefrontCacheTests
{
    private static readonly IResponseCompressionProvider Compression = new ServiceCollection().AddLogging()
        .AddResponseCompression()
        .BuildServiceProvider().GetRequiredService<IResponseCompressionProvider>();

    private readonly StorefrontCache _cache;
    private int _reads;
    private int _status = 200;

    public StorefrontCacheTests() => _cache = new(Answer, new ConfigurationBuilder()
        .AddInMemoryCollection([new("Caching:Seconds", "1")]).Build(), Compression);

    [Fact]
    public async Task a_crowd_costs_one_read()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Get("/api/v1/products")));
        Assert.Equal(["answer 1"], answers.Distinct());
        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task another_question_has_its_own_answer()
    {
        Assert.Equal("answer 1", await Get("/api/v1/products", "?q=tas"));
        Assert.Equal("answer 2", await Get("/api/v1/products", "?q=dompet"));
        Assert.Equal("answer 3", await Get("/api/v1/products", "?q=tas", header: ("Accept-Language", "en")));
    }

    [Fact]
    public async Task a_write_empties_it()
    {
        await Get("/api/v1/products");
        await Get("/api/v1/orders", method: "POST");
        Assert.Equal("answer 3", await Get("/api/v1/products"));
    }

    [Theory]
    [InlineData("Authorization", "Bearer x")]
    [InlineData("Cookie", "signed=in")]
    public async Task who_is_known_is_answered_afresh(string name, string value)
    {
        await Get("/api/v1/products");
        Assert.Equal("answer 2", await Get("/api/v1/products", header: (name, value)));
    }

    [Fact]
    public async Task only_good_answers_are_kept()
    {
        _status = 404;
        await Get("/api/v1/products/tas");
        Assert.Equal("answer 2", await Get("/api/v1/products/tas"));
    }

    [Fact]
    public async Task what_is_not_the_window_is_left_alone()
    {
        await Get("/api/v1/orders/1");
        Assert.Equal("answer 2", await Get("/api/v1/orders/1"));
    }

    private async Task Answer(HttpContext http)
    {
        var answer = $"answer {Interlocked.Increment(ref _reads)}";
        await Task.Yield();
        http.Response.StatusCode = _status;
        await http.Response.WriteAsync(answer);
    }

    private async Task<string> Get(string path, string query = "", (string Name, string Value)? header = null,
        string method = "GET")
    {
        var http = new DefaultHttpContext();
        http.Request.Method = method;
        http.Request.Path = path;
        http.Request.QueryString = new(query);
        if (header is { } given) http.Request.Headers[given.Name] = given.Value;
        var body = new MemoryStream();
        http.Response.Body = body;
        await _cache.InvokeAsync(http);
        return Encoding.UTF8.GetString(body.ToArray());
    }
}
