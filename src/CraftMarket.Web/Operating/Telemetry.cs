using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CraftMarket.Web.Operating;

/// <summary>Traces and metrics by OpenTelemetry, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("craftmarket"))
            .UseOtlpExporter()
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(requests =>
                {
                    requests.Filter = http => !http.Request.Path.StartsWithSegments("/health");
                    // Paths hold invitations and orders' ids: the route says enough. Query strings are redacted by the library.
                    requests.EnrichWithHttpResponse = (activity, response) =>
                        activity.SetTag("url.path", RequestLogging.Route(response.HttpContext));
                })
                .AddNpgsql()
                .AddSource("Wolverine", "Marten"))
            .WithMetrics(metrics => metrics
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql",
                    "Marten", "Wolverine*"));
    }
}
