using System.Text.Json.Nodes;

namespace CraftMarket.Demo;

/// <summary>How far an order of the demo has come.</summary>
internal enum Stage { Unpaid, Paid, Accepted, Shipped, Delivered, Refused }

/// <summary>Third part: buyers order, pay, receive; artisans sell outside the shop too; one payout is sent.</summary>
internal static class DemoOrders
{
    private static readonly (string Buyer, string Region, string Payment, Stage Stage, int[] Products)[] Orders =
    [
        ("Pembeli Jakarta", "31.74", "transfer", Stage.Delivered, [0, 2]),
        ("Pembeli Mataram", "52.71", "transfer", Stage.Delivered, [4, 6, 7]),
        ("Pembeli Praya", "52.02", "cod", Stage.Delivered, [1]),
        ("Pembeli Selong", "52.03", "transfer", Stage.Delivered, [8, 9, 10]),
        ("Pembeli Bima", "52.72", "transfer", Stage.Shipped, [5]),
        ("Pembeli Dompu", "52.05", "transfer", Stage.Accepted, [11]),
        ("Pembeli Sumbawa", "52.04", "transfer", Stage.Paid, [0]),
        ("Pembeli Gerung", "52.01", "cod", Stage.Accepted, [4]),
        ("Pembeli Tanjung", "52.08", "transfer", Stage.Refused, [3]),
        ("Pembeli Taliwang", "52.07", "card", Stage.Unpaid, [0, 4]),
    ];

    public static async Task Play(DemoClient visitor, DemoClient office, DemoClient operations, OpenShop shop, DateOnly today,
         CancellationToken stop)
    {
        for (var i = 0; i < Orders.Length; i++) await Place(i, visitor, office, shop, stop);
        await SellOutside(shop.Clients, today, stop);
        var earnings = await Until(() => shop.Clients[1].Get("artisans/me/earnings", stop), x =>
            (long)x["balance"]! > 100_000, stop);
        var artisan = shop.Numbers.First(x => x.Value == 1).Key;
        var payout = await operations.Post("payouts",
            new JsonObject { ["artisanId"] = artisan, ["amount"] = (long)earnings["balance"]! / 2 }, "payout", stop);
        await operations.Post($"payouts/{payout["id"]}/paid", new JsonObject { ["reference"] = "BPD-DEMO-0001" },
            "payout-paid", stop);
    }

    private static async Task Place(int index, DemoClient visitor, DemoClient office, OpenShop shop, CancellationToken stop)
    {
        var (buyer, region, payment, stage, products) = Orders[index];
        var placed = await visitor.Post("orders", new JsonObject
        {
            ["buyer"] = new JsonObject { ["name"] = buyer, ["phone"] = $"0899100{index:00000}" },
            ["shipTo"] = new JsonObject { ["address"] = $"Jalan Contoh {index + 1}", ["regionCode"] = region },
            ["lines"] = new JsonArray([.. products.Select(x =>
                new JsonObject { ["productId"] = shop.OnSale[x].Id, ["quantity"] = 1 + index % 2 })]),
            ["payment"] = payment,
        }, $"order-{index}", stop);
        if (stage == Stage.Unpaid) return;
        if (payment == "transfer")
            await office.Post($"orders/{placed["id"]}/payment-confirmation",
                new JsonObject { ["reference"] = $"TRF-DEMO-{index:0000}", ["amount"] = (long)placed["total"]! },
                $"confirmation-{index}", stop);
        foreach (var (number, part) in placed["parts"]!.AsArray().Index())
        {
            var (id, artisan) = ((string)part!["id"]!, shop.Clients[shop.Numbers[(string)part["artisanId"]!]]);
            await Fulfil(id, artisan, office, stage, stop);
            if (stage == Stage.Delivered)
                await DemoReviews.Write(visitor, artisan, id, (string)placed["accessKey"]!, index + number, stop);
        }
    }

    private static async Task Fulfil(string part, DemoClient artisan, DemoClient office, Stage stage, CancellationToken stop)
    {
        // The part reaches the artisan a moment after the payment.
        await Until(() => artisan.Get("artisans/me/orders", stop), x =>
            x["items"]!.AsArray().Any(y => (string)y!["id"]! == part), stop);
        if (stage == Stage.Refused)
            await artisan.Post($"seller-orders/{part}/refusal", new JsonObject { ["reason"] = "Bahan sedang habis." },
                $"refusal-{part}", stop);
        if (stage is not (Stage.Accepted or Stage.Shipped or Stage.Delivered)) return;
        await artisan.Post($"seller-orders/{part}/acceptance", new JsonObject(), $"acceptance-{part}", stop);
        if (stage == Stage.Accepted) return;
        await artisan.Post($"seller-orders/{part}/shipment",
            new JsonObject { ["courier"] = "Pos Indonesia", ["trackingNumber"] = $"P{part[..8]}" }, $"shipment-{part}", stop);
        if (stage == Stage.Delivered)
            await office.Post($"seller-orders/{part}/delivery", new JsonObject(), $"delivery-{part}", stop);
    }

    private static async Task SellOutside(IReadOnlyDictionary<int, DemoClient> clients, DateOnly today, CancellationToken stop)
    {
        foreach (var (number, client) in clients)
            for (var back = 0; back < 4; back++)
                await client.Post("sales/off-platform", new JsonObject
                {
                    ["month"] = LocalMonth.Of(today).Plus(-back).ToString(),
                    ["amount"] = 350_000 + number * 40_000 + back * 55_000,
                    // Not everybody writes down what the material cost; the report says so.
                    ["materialCost"] = number % 3 == 0 ? null : 60_000 + number * 5_000,
                    ["proof"] = "said",
                }, $"outside-{number}-{back}", stop);
    }

    private static async Task<JsonNode> Until(Func<Task<JsonNode>> look, Func<JsonNode, bool> there, CancellationToken stop)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            var seen = await look();
            if (there(seen)) return seen;
            await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
        }

        throw new InvalidOperationException("The demo waited ten seconds for something that did not come.");
    }
}
