using System.Net;
using CraftMarket.Kernel;
using CraftMarket.Web.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace CraftMarket.Specs.Limits;

/// <summary>Who is one source, and what a log may say of it.</summary>
public sealed class SourceSpecs
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2::ffff", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:3::1", "2001:db8:1:3::/64")]
    public void an_address_is_a_source_and_a_network_of_ipv6_is_one(string address, string source) =>
        Assert.Equal(source, Source.Of(IPAddress.Parse(address)));

    [Fact]
    public void the_tag_in_the_log_is_another_tomorrow_and_under_another_key()
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse("203.0.113.7") } };
        var (master, today) = (new MasterKey(new byte[32]), new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.Zero));
        var tag = Source.Tag(http, master, today);
        Assert.Equal(tag, Source.Tag(http, master, today.AddHours(15)));
        Assert.NotEqual(tag, Source.Tag(http, master, today.AddDays(1)));
        Assert.NotEqual(tag, Source.Tag(http, new MasterKey([.. Enumerable.Repeat((byte)1, 32)]), today));
    }

    [Theory]
    [InlineData("dua")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public void a_limit_that_is_no_number_stops_the_start(string set)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Limits:OpenOrdersPerPhone", set)]).Build();
        var stopped = Assert.Throws<InvalidOperationException>(() => LimitSettings.Of(settings));
        Assert.Contains("Limits__OpenOrdersPerPhone", stopped.Message, StringComparison.Ordinal);
    }
}
