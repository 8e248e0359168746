using System.Text.Json.Nodes;

namespace CraftMarket.Demo;

/// <summary>The curator's work in the demo: approvals with checked origin, returns, goods sent again, a trusted maker.</summary>
internal static class DemoCuration
{
    /// <summary>What the artisan says of where it comes from.</summary>
    public static JsonObject Origin(DemoArtisan artisan, DemoProduct product) => new()
    {
        ["madeBy"] = artisan.Products.Length > 1 ? "family" : artisan.Person == 7 ? "group" : "self",
        ["place"] = DemoData.People.First(x => x.Number == artisan.Person).VillageCode,
        ["technique"] = product.Category == "bingkai" ? "belah dan anyam batang" : "anyam",
    };

    /// <summary>Lets the first goods into the shop; one has to be described better. Of one maker nothing more is looked
    /// at.</summary>
    public static async Task Welcome(DemoClient curator, OpenShop shop, CancellationToken stop)
    {
        var listed = shop.Listed;
        await SendAgain(curator, shop.Clients[listed[2].Artisan], listed[2], "size_missing", "Ukuran dalam 18 × 28 cm.", stop);
        foreach (var product in listed) await Approve(curator, product, stop);
        await curator.Put($"artisans/{shop.Numbers.First(x => x.Value == 1).Key}/trust",
            new JsonObject { ["trusted"] = true }, stop);
    }

    /// <summary>Decides on what came later; the last two stay out of the shop, so that queue and advice have something to
    /// show.</summary>
    public static async Task Decide(DemoClient curator, OpenShop shop, IReadOnlyList<ListedProduct> listed,
        CancellationToken stop)
    {
        foreach (var product in listed.SkipLast(2)) await Approve(curator, product, stop);
        await Return(curator, listed[^2], "size_missing", "Fotonya bagus. Tulis juga panjang pegangannya.", stop);
        await SendAgain(curator, shop.Clients[listed[^1].Artisan], listed[^1], "words_unclear",
            "Tinggi 6 cm, dua buah dalam satu kotak.", stop);
    }

    private static Task<JsonNode> Approve(DemoClient curator, ListedProduct product, CancellationToken stop) =>
        curator.Post($"products/{product.Id}/curation", new JsonObject
        {
            ["decision"] = "approve",
            ["claims"] = new JsonObject
            {
                ["madeBy"] = "checked", ["place"] = "checked", ["material"] = "checked",
                ["technique"] = product.Artisan == 6 ? "unchecked" : "checked"
            },
        }, $"approve-{product.Product.Name}", stop);

    private static Task<JsonNode> Return(DemoClient curator, ListedProduct product, string reason, string words,
        CancellationToken stop) => curator.Post(
        $"products/{product.Id}/curation", new JsonObject
        {
            ["decision"] = "return", ["reasonCodes"] = new JsonArray(reason),
            ["reason"] = words
        }, $"return-{product.Product.Name}", stop);

    private static async Task SendAgain(DemoClient curator, DemoClient artisan, ListedProduct product, string reason,
        string addition, CancellationToken stop)
    {
        await Return(curator, product, reason, "Terima kasih, barangnya bagus.", stop);
        await artisan.Patch($"products/{product.Id}",
            new JsonObject { ["description"] = $"{product.Product.Description} {addition}" }, stop);
        await artisan.Post($"products/{product.Id}/submission", new JsonObject(), $"again-{product.Product.Name}", stop);
    }
}
