using System.Diagnostics;
using CraftMarket.Web.Limits;

namespace CraftMarket.Web.Operating;

/// <summary>One line per request, with the route in place of the path: paths and queries hold invitations and keys of orders.
/// Every answer that tells
/// of a failure of ours gives the code under which the log has it.</summary>
internal static class RequestLogging
{
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
            builder.Logging.ClearProviders().AddJsonConsole(json =>
            {
                json.UseUtcTimestamp = true;
                // A line has no time unless its form is set. In quotes, for Indonesian writes 10.15 where this means 10:15.
                json.TimestampFormat = "yyyy-MM-dd'T'HH':'mm':'ss'.'fff'Z'";
            });
        // These write whole addresses, statements or message bodies at Information.
        foreach (var chatty in new[] { "Microsoft.AspNetCore", "Npgsql", "Marten", "Wolverine", "JasperFx", "System.Net.Http",
            "Microsoft.EntityFrameworkCore" })
            builder.Logging.AddFilter(chatty, LogLevel.Warning);
        // The answer says why, to whoever asks twice a second.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        // It repeats the parameters of a statement that failed; the exception itself comes without them.
        builder.Logging.AddFilter("Marten.IDocumentStore", LogLevel.None);
    }

    public static void UseRequestLogging(this WebApplication app)
    {
        var log = Log(app.Services);
        if (!log.IsEnabled(LogLevel.Warning)) return;
        var (master, clock) = (app.Services.GetRequiredService<MasterKey>(), app.Services.GetRequiredService<TimeProvider>());
        app.Use(async (http, next) =>
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                await next(http);
            }
            finally
            {
                var took = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                if (http.TurnedAway() is { } code)
                    log.LogWarning("{Method} {Route} {Status} {Milliseconds} ms {Trace}, {Refused} for {Source}",
                        http.Request.Method,
                        Route(http), http.Response.StatusCode, took, TraceOf(http), code,
                        Source.Tag(http, master, clock.GetUtcNow()));
                else if (!http.Request.Path.StartsWithSegments("/health"))
                    log.LogInformation("{Method} {Route} {Status} {Milliseconds} ms {Trace}", http.Request.Method, Route(http),
                        http.Response.StatusCode, took, TraceOf(http));
            }
        });
    }

    /// <summary>Notes a failure of ours, with what the reader or the program was told to name it by.</summary>
    public static void NoteFailure(HttpContext http, Exception failure) =>
        Log(http.RequestServices).LogError(failure, "{Method} {Route} failed {Trace}", http.Request.Method, Route(http),
            TraceOf(http));

    /// <summary>What problem details call <c>traceId</c>.</summary>
    public static string TraceOf(HttpContext http) => Activity.Current?.Id ?? http.TraceIdentifier;

    private static ILogger Log(IServiceProvider services) =>
        services.GetRequiredService<ILoggerFactory>().CreateLogger("CraftMarket.Requests");

    /// <summary>The pattern of the route, such as <c>/api/v1/invitations/{token}</c>.</summary>
    public static string Route(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
}
