using System.Diagnostics;

namespace CraftMarket.Web.Operating;

/// <summary>One line per request, with the route in place of the path: paths and queries hold invitations and keys of orders.</summary>
internal static class RequestLogging
{
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
            builder.Logging.ClearProviders().AddJsonConsole(json => json.UseUtcTimestamp = true);
        // These write whole addresses, statements or message bodies at Information.
        foreach (var chatty in new[] { "Microsoft.AspNetCore", "Npgsql", "Marten", "Wolverine", "JasperFx", "System.Net.Http", "Microsoft.EntityFrameworkCore" })
            builder.Logging.AddFilter(chatty, LogLevel.Warning);
        // The answer says why, to whoever asks twice a second.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        // It repeats the parameters of a statement that failed; the exception itself comes without them.
        builder.Logging.AddFilter("Marten.IDocumentStore", LogLevel.None);
    }

    public static void UseRequestLogging(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("CraftMarket.Requests");
        if (!log.IsEnabled(LogLevel.Information)) return;
        app.Use(async (http, next) =>
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                await next(http);
            }
            finally
            {
                if (!http.Request.Path.StartsWithSegments("/health"))
                    log.LogInformation("{Method} {Route} {Status} {Milliseconds} ms", http.Request.Method, Route(http), http.Response.StatusCode,
                        (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        });
    }

    /// <summary>The pattern of the route, such as <c>/api/v1/invitations/{token}</c>.</summary>
    public static string Route(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
}
