using System.Net;
using System.Net.Sockets;

namespace CraftMarket.Web.Limits;

/// <summary>Where a request comes from, as far as it can be held to account: its address, of IPv6 the 64 bits that one line is
/// given.</summary>
internal static class Source
{
    private const int NetworkBytes = 8;

    /// <summary>Behind a proxy that <c>Proxy__Known</c> names, what that proxy says.</summary>
    public static string Of(HttpContext http) => Of(http.Connection.RemoteIpAddress);

    public static string Of(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        var network = address.GetAddressBytes();
        network.AsSpan(NetworkBytes).Clear();
        return $"{new IPAddress(network)}/64";
    }

    /// <summary>A name for the source of today's requests that a log may hold: it tells which lines belong together, and nobody
    /// without the master key where they came from; tomorrow it is another.</summary>
    public static string Tag(HttpContext http, MasterKey master, DateTimeOffset now) =>
        master.KeyedHash($"source in the log of {now.UtcDateTime:yyyy-MM-dd}", Of(http))[..12];
}
