namespace CraftMarket.Web.Api;

internal static class IncomeApi
{
    public static void MapIncome(this IEndpointRouteBuilder api)
    {
    }
}
