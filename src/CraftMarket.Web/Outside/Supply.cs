using CraftMarket.Catalogue;

namespace CraftMarket.Web.Outside;

/// <summary>What lists and search engines are told of a product's supply; they compare the two and drop goods for which they
/// differ.</summary>
internal static class Supply
{
    /// <summary>What is made to order can be bought like what is in stock; it only takes longer.</summary>
    public static bool CanBeBought(ProductCard card) => card.Available != 0;

    /// <summary>Days until it can be sent; null for what is there.</summary>
    public static int? DaysToMake(ProductCard card) => card.Available is null ? card.LeadTimeDays : null;
}
