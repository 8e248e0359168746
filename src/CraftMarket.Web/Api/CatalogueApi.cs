namespace CraftMarket.Web.Api;

internal static class CatalogueApi
{
    public static void MapCatalogue(this IEndpointRouteBuilder api)
    {
    }
}
