using CraftMarket.Catalogue;
using CraftMarket.Web.Pages;

namespace CraftMarket.Web.Storefront;

/// <summary>Prices as buyers read them: one, or from the lowest where sizes and colours differ.</summary>
public static class PriceWords
{
    public static string PriceIn(this ProductCard card, Say say) => Said(new(card.Price), card.HasOnePrice, say);

    public static string PriceIn(this Product product, Say say) =>
        Said(product.Prices.Lowest, product.Prices.Lowest == product.Prices.Highest, say);

    private static string Said(Rupiah lowest, bool same, Say say) => same ? lowest.ToString()
        : say($"Mulai {lowest}", $"From {lowest}");
}
