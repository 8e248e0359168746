namespace CraftMarket.Specs.House;

public sealed class ProxySpecs
{
    /// <summary>Addresses hold invitations, links for a new password and keys of orders.</summary>
    [Fact]
    public void the_proxy_writes_no_address_that_somebody_asked_for_to_its_disk()
    {
        var servers = File.ReadAllText(Path.Combine(Repository.Root, "infra", "deploy", "nginx.conf")).Split("\nserver {")[1..];
        Assert.Equal(2, servers.Length);
        Assert.All(servers, x =>
            Assert.Contains("\n    access_log off;\n    error_log /dev/null emerg;\n", x, StringComparison.Ordinal));
    }
}
