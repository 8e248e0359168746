namespace CraftMarket.Web.Api;

internal static class PhotosApi
{
    public static void MapPhotos(this IEndpointRouteBuilder api)
    {
    }
}
