namespace CraftMarket.Catalogue;

/// <summary>A kind of goods.</summary>
/// <param name="Id">Stable name in addresses and filters.</param>
/// <param name="Refused">Known, so that it can be refused by name.</param>
/// <param name="Class">The class of goods whose rules hold; see <see cref="GoodsClass"/>.</param>
public sealed record Category(string Id, Wording Name, bool Refused, int Place, string Class = GoodsClass.Other)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_category";

    /// <summary>Under which a change of any of them is noted for the storefront.</summary>
    internal static readonly Guid Any = NewId.For("storefront", "categories");
}
