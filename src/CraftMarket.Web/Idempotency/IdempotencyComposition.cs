using Marten;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CraftMarket.Web.Idempotency;

/// <summary>What the contract says of <c>Idempotency-Key</c>: decision 0007.</summary>
internal static class IdempotencyComposition
{
    public static void AddIdempotency(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => new MasterKey(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)));
        services.AddDataProtection();
        services.AddSingleton<RequestLog>();
        services.AddSingleton<BodyFingerprint>();
        services.AddHostedService<RequestLogCleaning>();
        services.ConfigureMarten(options => options.Storage.ExtendedSchemaObjects.Add(RequestLog.Table()));
    }

    /// <summary>After authorization: who asks is part of the key.</summary>
    public static void UseIdempotency(this WebApplication app) => app.UseMiddleware<RepeatedRequests>();
}
