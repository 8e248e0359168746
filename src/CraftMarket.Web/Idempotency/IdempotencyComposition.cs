using Marten;

namespace CraftMarket.Web.Idempotency;

/// <summary>What the contract says of <c>Idempotency-Key</c>: decision 0007.</summary>
internal static class IdempotencyComposition
{
    public static void AddIdempotency(this IServiceCollection services)
    {
        services.AddSingleton<RequestLog>();
        services.AddSingleton<BodyFingerprint>();
        services.AddHostedService<RequestLogCleaning>();
        services.ConfigureMarten(options => options.Storage.ExtendedSchemaObjects.Add(RequestLog.Table()));
    }

    /// <summary>After authorization: who asks is part of the key.</summary>
    public static void UseIdempotency(this WebApplication app) => app.UseMiddleware<RepeatedRequests>();
}
