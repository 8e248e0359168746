namespace CraftMarket.Web.Api;

/// <summary>Brands, products, curation, the shop window.</summary>
internal static class CatalogueApi
{
    public static void MapCatalogue(this IEndpointRouteBuilder api)
    {
        api.MapShop();
        api.MapListing();
        api.MapCuration();
        api.MapBrand();
    }
}
