namespace CraftMarket.Web.Api;

internal static class PeopleApi
{
    public static void MapPeople(this IEndpointRouteBuilder api)
    {
    }
}
