namespace CraftMarket.Web.Api;

internal static class OrderingApi
{
    public static void MapOrdering(this IEndpointRouteBuilder api)
    {
    }
}
