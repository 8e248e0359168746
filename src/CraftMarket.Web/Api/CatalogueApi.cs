namespace CraftMarket.Web.Api;

/// <summary>Brands, products, curation, the shop window.</summary>
internal static class CatalogueApi
{
    public static void MapCatalogue(this IEndpointRouteBuilder api)
    {
        api.MapShop();
        api.MapListing();
        api.MapNetPrice();
        api.MapCuration();
        api.MapCurationSettings();
        api.MapReviews();
        api.MapBrand();
        api.MapGroups();
        api.MapGroupBrand();
        api.MapVillages();
        api.MapMarks();
        api.MapSynonyms();
        api.MapRegions();
        api.MapExposure();
    }
}
