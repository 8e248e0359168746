using CraftMarket.Tests.Catalogue;

namespace CraftMarket.Tests;

/// <summary>Fetches what a page gives, be it no page.</summary>
internal static class SignedInPages
{
    /// <summary>As the workshop's artisan would get it in a browser.</summary>
    public static async Task<HttpResponseMessage> Page(this RunningMarket market, Workshop workshop, string path)
    {
        using var client = market.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", $"craftmarket={market.Cookie("artisan", ("artisan", workshop.Id.Value.ToString()))}");
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
