using System.Net;
using System.Text.Json.Nodes;
using AngleSharp;
using AngleSharp.Html.Dom;

namespace CraftMarket.Tests.Walks;

/// <summary>A buyer on the payment page: reads the form that is there and presses the button that pays.</summary>
internal static class HostedPage
{
    public static async Task<Reply> Pay(string url)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var page = await client.GetAsync(url);
        // Paid already, by a try whose answer was lost: the page leads back to the shop.
        if (page.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther) return Done(page);
        var document = await BrowsingContext.New(Configuration.Default)
            .OpenAsync(async x => x.Content(await page.Content.ReadAsStringAsync()).Address(url));
        if (document.QuerySelector("button[value=pay]") is not IHtmlButtonElement button) return Done(page);
        var form = button.Form!;
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(x => x.Name is not null)
            .ToDictionary(x => x.Name!, x => x.Value);
        if (button.Name is { } name) fields[name] = button.Value;
        return Done(await client.PostAsync(new Uri(new Uri(url), form.Action), new FormUrlEncodedContent(fields)));
    }

    private static Reply Done(HttpResponseMessage page) => (int)page.StatusCode >= 400
        ? new(page.StatusCode, new JsonObject(), page.Headers)
        : new(HttpStatusCode.OK, new JsonObject(), page.Headers);
}
