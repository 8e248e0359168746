using System.Globalization;
using System.Net;
using CraftMarket.Web.Operating;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CraftMarket.Web.Composition;

/// <summary>What an operator needs: health, logs, traces, graceful stop, a place behind a proxy.</summary>
internal static class Operations
{
    public static void AddOperations(this WebApplicationBuilder builder)
    {
        MustKnowIndonesian();
        builder.AddLogs();
        builder.AddTelemetry();
        builder.Services.AddHealthChecks().AddCheck<Readiness>("ready", tags: ["ready"])
            .AddCheck<PhotoStoreHealth>("photos", tags: ["ready"]);
        builder.Services.AddSingleton<Readiness>().AddSingleton<PhotoStoreHealth>();
        builder.Services.AddSingleton<DeadLetters>();
        builder.Services.AddHostedService<TrimAfterStart>();
        builder.Services.AddApiProblems();
        builder.Services.AddHsts(https => https.MaxAge = TimeSpan.FromDays(365));
        // In flight requests and messages may end before the process does.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompression>();
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/atom+xml", "text/csv",
                "image/svg+xml", "application/problem+json"];
        });
        builder.Services.Configure<ForwardedHeadersOptions>(proxy =>
            Trust(proxy, builder.Configuration["Proxy:Known"], builder.Configuration["AllowedHosts"]));
    }

    public static void UseOperations(this WebApplication app)
    {
        if (app.Configuration["Proxy:Known"] is { Length: > 0 }) app.UseForwardedHeaders();
        app.UseRequestLogging();
        app.UseSecurityHeaders();
        app.UseMiddleware<StorefrontCache>();
        app.UseResponseCompression();
        app.UseApiProblems();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains("ready"),
            ResponseWriter = (http, report) => http.Response.WriteAsync(report.Status == HealthStatus.Healthy
                ? nameof(HealthStatus.Healthy)
                : string.Join('\n', report.Entries.Values.Select(x => x.Description).OfType<string>()), http.RequestAborted),
        }).AllowAnonymous();
    }

    /// <summary>Proxies whose word about the visitor's address and scheme is taken:
    /// <c>Proxy__Known=127.0.0.1,10.0.0.0/8</c>.</summary>
    private static void Trust(ForwardedHeadersOptions proxy, string? known, string? hosts)
    {
        // The name a proxy passes on is held to the same list as a name that is asked for directly.
        foreach (var host in (hosts ?? "*").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            proxy.AllowedHosts.Add(host);
        proxy.ForwardedHeaders =
            ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        foreach (var one in (known ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (System.Net.IPNetwork.TryParse(one, out var network)) proxy.KnownIPNetworks.Add(network);
            else proxy.KnownProxies.Add(IPAddress.Parse(one));
        }
    }

    // Without ICU, .NET writes Rp1,250,000 and sorts names by code point, silently.
    private static void MustKnowIndonesian()
    {
        if (AppContext.TryGetSwitch("System.Globalization.Invariant", out var invariant) && invariant
            || CultureInfo.GetCultureInfo("id-ID").NumberFormat.NumberGroupSeparator != ".")
            throw new InvalidOperationException("This program needs ICU's data for Indonesian: install libicu and unset "
                + "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
    }
}
