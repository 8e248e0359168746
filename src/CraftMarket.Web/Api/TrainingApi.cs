namespace CraftMarket.Web.Api;

internal static class TrainingApi
{
    public static void MapTraining(this IEndpointRouteBuilder api)
    {
    }
}
