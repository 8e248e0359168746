namespace CraftMarket.Demo;

/// <summary>Whom the demo names where nothing is set: no bank has this account, and nobody can be reached there.</summary>
internal static class DemoOffice
{
    public static readonly Dictionary<string, string?> Bank = new()
    {
        ["Bank:Name"] = "Bank Contoh (demo)", ["Bank:Account"] = "000 0000 0000", ["Bank:Holder"] = "CraftMarket (demo)",
    };

    private static readonly Dictionary<string, string?> Contact = new()
    {
        ["Site:Contact:Office"] = "Kantor CraftMarket (contoh)", ["Site:Contact:Email"] = "kantor@craftmarket.test",
        ["Site:Contact:Phone"] = "000 0000 0000 (contoh)", ["Site:Contact:Address"] = "Jalan Contoh 1, Mataram (contoh)",
    };

    public static void AddTo(ConfigurationManager configuration)
    {
        foreach (var standIn in new[] { Bank, Contact })
            if (standIn.Keys.All(x => string.IsNullOrWhiteSpace(configuration[x]))) configuration.AddInMemoryCollection(standIn);
    }
}
