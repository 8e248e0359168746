using CraftMarket.Web.Brands;
using CraftMarket.Web.Curation;
using CraftMarket.Web.Groups;
using CraftMarket.Web.Listing;
using CraftMarket.Web.Marks;
using CraftMarket.Web.RegionList;
using CraftMarket.Web.Reviews;
using CraftMarket.Web.Storefront;
using CraftMarket.Web.Villages;

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
