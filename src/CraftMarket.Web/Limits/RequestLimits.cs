using System.Threading.RateLimiting;

namespace CraftMarket.Web.Limits;

/// <summary>What is counted for each source.</summary>
internal enum Limited { Orders, SignIns, Contacts, OrderLinks }

/// <summary>Marks a route as one that a source may ask only so often.</summary>
internal sealed record LimitedBySource(Limited What);

/// <summary>Counts what a source asks for: routes before they run, pages by asking, both in one count. Each node counts for
/// itself (decision 0026).</summary>
internal sealed class RequestLimits(LimitSettings settings) : IDisposable
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<Asked> _counts = PartitionedRateLimiter.Create<Asked, Asked>(asked =>
        asked.What switch
    {
        Limited.Orders => Window(asked, settings.OrdersPerAddressPerMinute, AMinute),
        Limited.SignIns => Window(asked, settings.SignInsPerAddressPerMinute, AMinute),
        Limited.Contacts => Window(asked, settings.ContactsPerAddressPerHour, TimeSpan.FromHours(1)),
        Limited.OrderLinks => Window(asked, settings.OrderLinksPerAddressPerHour, TimeSpan.FromHours(1)),
        null => RateLimitPartition.GetNoLimiter(new Asked(null, "")),
        _ => throw new ArgumentOutOfRangeException(nameof(asked)),
    });

    /// <summary>The same counts for the middleware, which looks at what the route says of itself.</summary>
    public PartitionedRateLimiter<HttpContext> OfRoutes => _counts.WithTranslatedKey<HttpContext>(http =>
        http.GetEndpoint()?.Metadata.GetMetadata<LimitedBySource>() is { } limited
            ? new(limited.What, Source.Of(http))
            : new(null, ""), leaveOpen: true);

    /// <summary>Counts one more; the refusal when that is one too many.</summary>
    public Refusal? Refuse(HttpContext http, Limited what)
    {
        using var lease = _counts.AttemptAcquire(new(what, Source.Of(http)));
        return lease.IsAcquired ? null : TooMany(lease);
    }

    public static Refusal TooMany(RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : AMinute;
        var minutes = Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes));
        return new("too_many_requests", new(
            $"Terlalu sering dari sambungan internet Anda. Tunggu {minutes} menit, lalu coba lagi.",
            $"Too often from your internet connection. Wait {minutes} min and try again."), RefusalKind.Locked)
        {
            RetryAfter = wait,
        };
    }

    public void Dispose() => _counts.Dispose();

    private static RateLimitPartition<Asked> Window(Asked asked, int most, TimeSpan window) => most == 0
        ? RateLimitPartition.GetNoLimiter(new Asked(null, ""))
        : RateLimitPartition.GetFixedWindowLimiter(asked, _ => new() { PermitLimit = most, Window = window, QueueLimit = 0 });

    /// <param name="What">Null for what is not limited.</param>
    private readonly record struct Asked(Limited? What, string Source);
}
