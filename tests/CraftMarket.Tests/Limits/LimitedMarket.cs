using System.Text.Json;

namespace CraftMarket.Tests.Limits;

/// <summary>A market with the limits that every deployed one has, behind a proxy that says where its visitors come
/// from.</summary>
public sealed class LimitedMarket : IAsyncLifetime
{
    private static int _visitors;

    /// <summary>Nothing set, so that what is usual counts.</summary>
    public RunningMarket Market { get; } = new(new Dictionary<string, string?>
    {
        ["Limits:OrdersPerAddressPerMinute"] = null, ["Limits:OpenOrdersPerPhone"] = null,
        ["Limits:SignInsPerAddressPerMinute"] = null,
        ["Limits:ContactsPerAddressPerHour"] = null, ["Limits:OrderLinksPerAddressPerHour"] = null,
        ["Limits:PasswordChecksAtOnce"] = null,
    });

    /// <summary>A client at an address of its own, or at the one that is named.</summary>
    public HttpClient From(string? address = null)
    {
        var visitor = Market.Visitor();
        visitor.DefaultRequestHeaders.Add("X-Forwarded-For", address ?? Elsewhere());
        return visitor;
    }

    /// <summary>An address that nobody has used yet.</summary>
    public static string Elsewhere()
    {
        var number = Interlocked.Increment(ref _visitors);
        return $"198.18.{number / 250}.{number % 250 + 1}";
    }

    /// <summary>A phone that nobody has ordered with yet.</summary>
    public static string NewPhone() => $"0812{Interlocked.Increment(ref _visitors):00000000}";

    public ValueTask InitializeAsync() => Market.InitializeAsync();

    public ValueTask DisposeAsync() => Market.DisposeAsync();
}

/// <summary>Tests of limits share one market, one after another.</summary>
[CollectionDefinition(nameof(LimitedMarket))]
public sealed class LimitedMarketTests : ICollectionFixture<LimitedMarket>;

internal static class Refused
{
    /// <summary>Status, code and what else the refusal says.</summary>
    public static async Task<(int Status, string Code, JsonElement Problem)> With(this HttpResponseMessage reply)
    {
        var problem = await reply.Json();
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        return ((int)reply.StatusCode, problem.GetProperty("code").GetString()!, problem);
    }
}
