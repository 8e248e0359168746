using System.Text;
using CraftMarket.Kernel;
using CraftMarket.Web.Idempotency;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CraftMarket.Tests.Idempotency;

/// <summary>The same POST twice, in every way that a phone on a bad line sends it.</summary>
public sealed class RepeatedRequestTests(RunningMarket market)
{
    private int _runs;
    private Func<HttpContext, Task> _work = http => Created(http, """{"id":1}""");

    [Fact]
    public async Task the_same_key_and_body_get_the_same_answer_and_the_work_is_done_once()
    {
        var key = Guid.NewGuid().ToString();
        var first = await Post(key, """{"name":"Tas"}""");
        _work = http => Created(http, """{"id":2}""");
        var second = await Post(key, """{"name":"Tas"}""");
        Assert.Equal((201, """{"id":1}""", "/things/1"), first);
        Assert.Equal(first, second);
        Assert.Equal(1, _runs);
    }

    [Fact]
    public async Task the_same_key_with_another_body_is_refused()
    {
        var key = Guid.NewGuid().ToString();
        await Post(key, """{"name":"Tas"}""");
        var (status, body, _) = await Post(key, """{"name":"Dompet"}""");
        Assert.Equal(422, status);
        Assert.Contains("idempotency_mismatch", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task another_path_is_another_request()
    {
        var key = Guid.NewGuid().ToString();
        await Post(key, "{}");
        await Post(key, "{}", path: "/api/v1/others");
        Assert.Equal(2, _runs);
    }

    [Fact]
    public async Task twenty_at_once_do_the_work_once()
    {
        var key = Guid.NewGuid().ToString();
        _work = async http =>
        {
            await Task.Yield();
            await Created(http, $$"""{"id":{{_runs}}}""");
        };
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Post(key, "{}")));
        Assert.Equal([(201, """{"id":1}""", "/things/1")], answers.Distinct());
        Assert.Equal(1, _runs);
    }

    [Fact]
    public async Task a_failure_of_ours_is_not_kept()
    {
        var key = Guid.NewGuid().ToString();
        _work = _ => throw new InvalidOperationException("the database went away");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Post(key, "{}"));
        _work = http => Created(http, """{"id":7}""");
        Assert.Equal(201, (await Post(key, "{}")).Status);
    }

    [Fact]
    public async Task a_request_whose_process_died_is_taken_up_when_its_lease_is_over()
    {
        var key = new RequestKey($"\n/api/v1/things\n\n{Guid.NewGuid()}");
        var log = new RequestLog(market.Services.GetRequiredService<NpgsqlDataSource>());
        Assert.True(await log.Claim(key.Id, Guid.NewGuid(), "body", TestContext.Current.CancellationToken));
        Assert.False(await log.Claim(key.Id, Guid.NewGuid(), "body", TestContext.Current.CancellationToken));
        await Age(key.Id, RequestLog.Lease + TimeSpan.FromSeconds(1));
        Assert.False(await log.Claim(key.Id, Guid.NewGuid(), "another body", TestContext.Current.CancellationToken));
        Assert.True(await log.Claim(key.Id, Guid.NewGuid(), "body", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task a_form_sent_again_with_another_boundary_is_the_same_form()
    {
        var key = Guid.NewGuid().ToString();
        await Post(key, Form("aaa", "photo"), "multipart/form-data; boundary=aaa");
        Assert.Equal(201, (await Post(key, Form("bbb", "photo"), "multipart/form-data; boundary=bbb")).Status);
        Assert.Equal(422, (await Post(key, Form("bbb", "other"), "multipart/form-data; boundary=bbb")).Status);
    }

    [Fact]
    public async Task the_database_holds_neither_body_nor_answer_in_the_clear()
    {
        await Post(Guid.NewGuid().ToString(), """{"password":"Semoyang"}""");
        await using var command = market.Services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("select count(*) from market.request_log where body ~ 'Semoyang' or position('things'::bytea in "
                + "answer) > 0");
        Assert.Equal(0L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void ids_of_a_keyed_request_are_always_the_same_and_each_its_own()
    {
        var (first, again, other) = (Http("k1", ""), Http("k1", ""), Http("k2", ""));
        var id = first.NewId<ProductId>();
        Assert.Equal(id, again.NewId<ProductId>());
        Assert.NotEqual(id, first.NewId<ProductId>());
        Assert.NotEqual(id, other.NewId<ProductId>());
        Assert.NotEqual(id.Value, Http("k1", "").NewId<OrderId>().Value);
    }

    private async Task<(int Status, string Body, string Location)> Post(string key, string body, string type = "application/json",
        string path = "/api/v1/things")
    {
        var http = Http(key, body, type, path);
        var answer = new MemoryStream();
        http.Response.Body = answer;
        await new RepeatedRequests(Work, new(market.Services.GetRequiredService<NpgsqlDataSource>()),
            new(new MasterKey(new byte[32])), market.Services.GetRequiredService<IDataProtectionProvider>()).InvokeAsync(http);
        return (http.Response.StatusCode, Encoding.UTF8.GetString(answer.ToArray()), http.Response.Headers.Location.ToString());
    }

    private Task Work(HttpContext http)
    {
        Interlocked.Increment(ref _runs);
        return _work(http);
    }

    private DefaultHttpContext Http(string key, string body, string type = "application/json", string path = "/api/v1/things")
    {
        var http = new DefaultHttpContext { RequestServices = market.Services };
        http.SetEndpoint(new Endpoint(Work, null, "things"));
        http.Request.Method = "POST";
        http.Request.Path = path;
        http.Request.ContentType = type;
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        http.Request.Headers[RequestKey.Header] = key;
        return http;
    }

    private static async Task Created(HttpContext http, string body)
    {
        http.Response.StatusCode = 201;
        http.Response.Headers.Location = "/things/1";
        await http.Response.WriteAsync(body);
    }

    private static string Form(string boundary, string content) =>
        $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n{content}\r\n--{boundary}--\r\n";

    private async Task Age(Guid id, TimeSpan by)
    {
        await using var command = market.Services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("update market.request_log set claimed_at = claimed_at - $2 where id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        command.Parameters.Add(new NpgsqlParameter { Value = by });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
