using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CraftMarket.Tests;

/// <summary>Stands before the stand-in and is at fault where a test asks for it. As Stripe does, it says the same again under the
/// same key.</summary>
public sealed class FaultyStripe : IStartupFilter
{
    private readonly ConcurrentDictionary<string, byte> _saved = new();
    private readonly ConcurrentQueue<Fault> _faults = new();

    /// <summary>The next requests, each under a key of its own, are answered with 500.</summary>
    /// <param name="isMeant">Whether a request with this form is one of them.</param>
    /// <param name="carriedOut">Whether Stripe did all the same what it was asked.</param>
    public void FailOn(Func<IFormCollection, bool> isMeant, bool carriedOut, int keys = 1) =>
        _faults.Enqueue(new(isMeant, carriedOut) { Left = keys });

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(Answer);
        next(app);
    };

    private async Task Answer(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.StartsWithSegments("/stripe-stand-in/v1") || http.Request.Method != "POST" || _faults.IsEmpty)
        {
            await next(http);
            return;
        }

        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (!_saved.ContainsKey(key))
        {
            if (!http.Request.HasFormContentType || Meant(await http.Request.ReadFormAsync()) is not { } fault)
            {
                await next(http);
                return;
            }

            _saved[key] = 1;
            if (fault.CarriedOut) await Swallow(http, next);
        }

        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        await http.Response.WriteAsJsonAsync(new { error = new { type = "api_error", message = "An unknown error occurred." } });
    }

    private Fault? Meant(IFormCollection form) =>
        _faults.FirstOrDefault(x => x.IsMeant(form) && Interlocked.Decrement(ref x.Left) >= 0);

    private static async Task Swallow(HttpContext http, RequestDelegate next)
    {
        var body = http.Response.Body;
        http.Response.Body = Stream.Null;
        await next(http);
        http.Response.Body = body;
    }

    private sealed class Fault(Func<IFormCollection, bool> isMeant, bool carriedOut)
    {
        public int Left;

        public Func<IFormCollection, bool> IsMeant => isMeant;

        public bool CarriedOut => carriedOut;
    }
}
