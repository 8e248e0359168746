using System.Security.Cryptography;
using CraftMarket.Web.Api;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace CraftMarket.Web.Idempotency;

/// <summary>Answers a POST that comes twice under one <c>Idempotency-Key</c> as it was answered the first time.</summary>
internal sealed class RepeatedRequests(RequestDelegate next, RequestLog log, BodyFingerprint fingerprint,
    IDataProtectionProvider protection)
{
    public static readonly Refusal Mismatch = Refusal.Invalid("idempotency_mismatch",
        "Idempotency-Key ini sudah dipakai untuk isi yang lain. Pakai kunci baru untuk permintaan baru.",
        "This Idempotency-Key was used with another body. Use a new key for a new request.");

    public static readonly Refusal InProgress = Refusal.Conflict("in_progress",
        "Permintaan yang sama masih dikerjakan. Coba lagi sebentar lagi dengan kunci yang sama.",
        "The same request is still being worked on. Try again shortly with the same key.");

    public static readonly Refusal KeyTooLong = Refusal.Invalid("idempotency_key_too_long",
        $"Idempotency-Key paling panjang {RequestKey.MaxLength} huruf.",
        $"An Idempotency-Key has at most {RequestKey.MaxLength} characters.");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly IDataProtector _protector = protection.CreateProtector("CraftMarket.KeptAnswer");

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint() is not { } route || route.Metadata.GetMetadata<NeverKept>() is not null
            || !http.Request.Path.StartsWithSegments("/api") || RequestKey.Of(http) is not { } key)
        {
            await next(http);
            return;
        }

        if (http.Request.Headers[RequestKey.Header].ToString().Length > RequestKey.MaxLength)
        {
            await KeyTooLong.Problem(http).ExecuteAsync(http);
            return;
        }

        var body = await fingerprint.Of(http.Request, http.RequestAborted);
        http.KnowBody(body);
        var claim = Guid.NewGuid();
        for (var started = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(started) < Patience;)
        {
            if (await log.Claim(key.Id, claim, body, http.RequestAborted))
            {
                await Answer(http, key.Id, claim);
                return;
            }

            if (await log.Find(key.Id, http.RequestAborted) is not { } known) continue;
            if (known.Body != body)
            {
                await Mismatch.Problem(http).ExecuteAsync(http);
                return;
            }

            if (known.Answer is { } answer)
            {
                await KeptAnswer.Open(_protector, answer).Give(http.Response, http.RequestAborted);
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(60), http.RequestAborted);
        }

        http.Response.Headers.RetryAfter = "5";
        await InProgress.Problem(http).ExecuteAsync(http);
    }

    private async Task Answer(HttpContext http, Guid id, Guid claim)
    {
        var wire = http.Response.Body;
        using var body = new MemoryStream();
        http.Response.Body = body;
        KeptAnswer? answer = null;
        try
        {
            await WhileRenewing(next(http), id, claim);
            await http.Response.BodyWriter.FlushAsync();
            answer = KeptAnswer.Of(http.Response, body.ToArray());
        }
        finally
        {
            http.Response.Body = wire;
            // Kept even when the sender has gone: it will ask again.
            if (answer is null) await log.Release(id, claim);
            else await log.Keep(id, claim, answer.Seal(_protector));
        }

        body.Position = 0;
        await body.CopyToAsync(wire, http.RequestAborted);
    }

    private async Task WhileRenewing(Task work, Guid id, Guid claim)
    {
        while (await Task.WhenAny(work, Task.Delay(RequestLog.Lease / 4)) != work)
        {
            try
            {
                await log.Renew(id, claim);
            }
            catch (NpgsqlException)
            {
                // The work goes on; at worst somebody repeats it, and its ids make that harmless.
            }
        }

        await work;
    }
}
