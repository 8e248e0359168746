using System.Net;
using System.Text;
using CraftMarket.Ordering;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests;

/// <summary>What buyers and the operator do about shipping, for tests of both.</summary>
internal static class Choosing
{
    public const string Header = "zone,name,from,base_fee,per_kg,days_min,days_max\n";

    /// <summary>Sends what a button of the place's page sends.</summary>
    public static async Task Choose(this Reader buyer, string region)
    {
        await buyer.Open("/kirim-ke?provinsi=52&next=/keranjang");
        var button = buyer.Find("places").QuerySelector("button")!;
        button.SetAttribute("data-test", "place-button");
        button.SetAttribute("value", region);
        await buyer.Send("place-button");
    }

    /// <summary>Waits until Ordering knows of a product what the shop shows already.</summary>
    public static Task CanBeOrdered(this RunningMarket market, Guid product) => Patience.Until(async () =>
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.LoadAsync<Offer>(product, Shop.Token) is { OnSale: true };
    });

    /// <summary>Takes in rows of a table of rates.</summary>
    public static async Task Rates(this HttpClient operations, string rows)
    {
        using var file = File(rows);
        using var reply = await operations.PostAsync("/api/v1/shipping-rates/import", file, Shop.Token);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    /// <param name="whole">The header is there already.</param>
    public static MultipartFormDataContent File(string rows, bool whole = false) =>
        new() { { new ByteArrayContent(Encoding.UTF8.GetBytes(whole ? rows : Header + rows)), "file", "ongkir.csv" } };
}
