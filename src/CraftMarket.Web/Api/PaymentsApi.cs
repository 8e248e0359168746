namespace CraftMarket.Web.Api;

internal static class PaymentsApi
{
    public static void MapPayments(this IEndpointRouteBuilder api)
    {
    }
}
