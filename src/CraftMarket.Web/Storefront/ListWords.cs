using CraftMarket.Web.Pages;

namespace CraftMarket.Web.Storefront;

/// <summary>What a list is called and how it is described: the same in its title, over its goods, beside a shared link and for
/// search engines.</summary>
/// <param name="Words">What was searched for.</param>
/// <param name="Kind">The kind of goods by name.</param>
/// <param name="Maker">The brand whose goods these are.</param>
/// <param name="Page">Which page of <paramref name="Last"/>.</param>
internal sealed record ListWords(string? Words, string? Kind, string? Village, string? Maker, int Page, int Last, long Total)
{
    public string Title(Say say) => Page > 1 ? say($"{Name(say)}, halaman {Page}", $"{Name(say)}, page {Page}") : Name(say);

    public string Description(Say say) => Total == 0 ? say($"{Title(say)} di CraftMarket.", $"{Title(say)} at CraftMarket.")
        : say($"{Name(say)}: {Total} barang buatan tangan perajin desa di Nusa Tenggara Barat, langsung dari perajinnya.",
            $"{Name(say)}: {Many.Of(Total, "product")} made by hand by village makers in West Nusa Tenggara, straight from them.")
        + (Last > 1 ? say($" Halaman {Page} dari {Last}.", $" Page {Page} of {Last}.") : "");

    private string Name(Say say) => this switch
    {
        { Words: { } words } => say($"Hasil pencarian “{words}”", $"Search results for “{words}”"),
        { Maker: { } maker } => say($"Karya {maker}", $"Goods by {maker}"),
        { Kind: { } kind, Village: { } village } => say($"{kind} dari Desa {village}", $"{kind} from the village of {village}"),
        { Kind: { } kind } => kind,
        { Village: { } village } => say($"Barang dari Desa {village}", $"Goods from the village of {village}"),
        _ => say("Semua barang", "All goods"),
    };
}
