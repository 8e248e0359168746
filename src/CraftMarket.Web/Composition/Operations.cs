namespace CraftMarket.Web.Composition;

/// <summary>What an operator needs: health, logs, traces, graceful stop.</summary>
internal static class Operations
{
    public static void AddOperations(this WebApplicationBuilder builder) => builder.Services.AddHealthChecks();

    public static void UseOperations(this WebApplication app) => app.MapHealthChecks("/health/live").AllowAnonymous();
}
