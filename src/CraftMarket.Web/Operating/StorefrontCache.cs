using System.Collections.Concurrent;
using System.Diagnostics;
using CraftMarket.Web.Composition;
using Microsoft.AspNetCore.ResponseCompression;

namespace CraftMarket.Web.Operating;

/// <summary>Answers of the shop window, kept as sent for at most <c>Caching__Seconds</c> (1; 0 is off), so that a crowd costs one
/// query.</summary>
/// <remarks>Only what anybody may read, and nothing of it for somebody signed in. Every write through this node empties it. An
/// answer is kept packed,
/// under the encoding that the compression itself reads out of the request.</remarks>
internal sealed class StorefrontCache(RequestDelegate next, IConfiguration configuration,
    IResponseCompressionProvider compression)
{
    private const int MostAnswers = 2_000;
    private static readonly string[] Windows = ["/api/v1/products", "/api/v1/villages"];
    private static readonly string[] KeptHeaders = ["Content-Type", "Content-Encoding", "ETag", "Vary", "Cache-Control", "Link",
        "Last-Modified"];
    private readonly TimeSpan _most = TimeSpan.FromSeconds(Math.Min(configuration.GetValue("Caching:Seconds", 1.0), 1.0));
    private readonly ConcurrentDictionary<Question, Entry> _answers = [];

    public Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)) return Write(http);
        return _most > TimeSpan.Zero && IsOpen(http.Request) ? Read(http) : next(http);
    }

    // What somebody just changed, they may look at next.
    private async Task Write(HttpContext http)
    {
        try
        {
            await next(http);
        }
        finally
        {
            _answers.Clear();
        }
    }

    private async Task Read(HttpContext http)
    {
        var key = KeyOf(http);
        var mine = new Entry();
        var entry = _answers.GetOrAdd(key, mine);
        if (entry != mine && Stopwatch.GetElapsedTime(entry.Started) >= _most)
            entry = _answers.TryUpdate(key, mine, entry) ? mine : _answers.GetOrAdd(key, mine);
        if (entry == mine)
        {
            await Make(http, key, mine);
            return;
        }

        if (await entry.Answer.Task is { } answer) await Give(http, answer);
        else await next(http);
    }

    private async Task Make(HttpContext http, Question key, Entry entry)
    {
        if (_answers.Count > MostAnswers) _answers.Clear();
        var wire = http.Response.Body;
        using var body = new MemoryStream();
        http.Response.Body = body;
        Answer? answer = null;
        try
        {
            await next(http);
            await http.Response.BodyWriter.FlushAsync();
            if (http.Response.StatusCode == StatusCodes.Status200OK)
                answer = new([.. KeptHeaders.Where(http.Response.Headers.ContainsKey)
                    .Select(x => (x, http.Response.Headers[x].ToString()))], body.ToArray());
        }
        finally
        {
            http.Response.Body = wire;
            if (answer is null) _answers.TryRemove(KeyValuePair.Create(key, entry));
            entry.Answer.SetResult(answer);
        }

        http.Response.ContentLength = body.Length;
        await wire.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), http.RequestAborted);
    }

    private static Task Give(HttpContext http, Answer answer)
    {
        foreach (var (name, value) in answer.Headers) http.Response.Headers[name] = value;
        http.Response.ContentLength = answer.Body.Length;
        return http.Response.Body.WriteAsync(answer.Body, http.RequestAborted).AsTask();
    }

    private static bool IsOpen(HttpRequest request)
    {
        if (request.Headers.Authorization.Count > 0 || request.Headers.Cookie.Count > 0 || request.Headers.IfNoneMatch.Count > 0)
            return false;
        var path = request.Path.Value!;
        return HttpMethods.IsGet(request.Method) && Array.Exists(Windows, x => path.StartsWith(x, StringComparison.Ordinal));
    }

    private Question KeyOf(HttpContext http)
    {
        var encoding = compression.CheckRequestAcceptsCompression(http) ? compression.GetCompressionProvider(http)?.EncodingName
            : null;
        var language = http.Request.Headers.AcceptLanguage.Count == 0 ? "id" : Language.Of(http);
        return new(encoding, language, http.Request.Path.Value, http.Request.QueryString.Value);
    }

    /// <summary>What makes two requests one: kept apart, for a path may hold a question mark too.</summary>
    private readonly record struct Question(string? Encoding, string Language, string? Path, string? Query);

    private sealed class Entry
    {
        public long Started { get; } = Stopwatch.GetTimestamp();

        /// <summary>Null when there was nothing to keep.</summary>
        public TaskCompletionSource<Answer?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed record Answer((string Name, string Value)[] Headers, byte[] Body);
}
