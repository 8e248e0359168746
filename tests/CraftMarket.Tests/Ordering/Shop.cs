using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Ordering;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace CraftMarket.Tests;

/// <summary>Puts products on sale as Catalogue says it, and orders them as a buyer does.</summary>
internal static class Shop
{
    public static readonly Rupiah BagPrice = new(150_000);

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ProductId> Sell(this RunningMarket market, ArtisanId artisan, int? stock = 10, long price = 150_000,
        int grams = 400)
    {
        var product = NewId.At<ProductId>(DateTimeOffset.UtcNow);
        await market.Happened(new StockStarted(product, artisan, stock, stock is null ? 7 : null),
            new ProductOffered(product, artisan, "Tas daun tembakau", $"tas-{product.Value:N}", new(price), grams,
                Regions.Semoyang, OnSale: true));
        return product;
    }

    /// <param name="phone">Null for one that nobody else has.</param>
    public static object OrderOf(string payment, IEnumerable<(ProductId Product, int Quantity)> lines, string? phone = null,
        string region = "52.71")
    {
        phone ??= $"0812{Random.Shared.Next(100_000_000):00000000}";
        return new
        {
            buyer = new { name = "Lalu Fictif", phone },
            shipTo = new { address = "Jalan Contoh 1, Mataram", regionCode = region },
            lines = lines.Select(x => new { productId = x.Product, quantity = x.Quantity }),
            payment,
        };
    }

    public static async Task<HttpResponseMessage> Order(this HttpClient client, string payment,
        params (ProductId Product, int Quantity)[] lines) =>
        await client.PostAsJsonAsync("/api/v1/orders", OrderOf(payment, lines), Token);

    public static async Task<JsonElement> Json(this HttpResponseMessage reply) =>
        await reply.Content.ReadFromJsonAsync<JsonElement>(Token);

    public static async Task<JsonElement> OrderPage(this HttpClient client, JsonElement placed) => await (await client.GetAsync(
        $"/api/v1/orders/{placed.GetProperty("id").GetGuid()}?key={placed.GetProperty("accessKey").GetString()}", Token)).Json();

    /// <summary>Asks again until it is so.</summary>
    public static Task<T> Eventually<T>(Func<Task<T>> ask, Func<T, bool> isSo) => Patience.Until(ask, isSo);

    public static async Task<StockItem> Stock(this RunningMarket market, ProductId product)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return (await session.LoadAsync<StockItem>(StockItemId.Of(product).Value, Token))!;
    }

    public static async Task Tell(this RunningMarket market, object message)
    {
        await using var scope = market.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync(message, Token);
    }
}
