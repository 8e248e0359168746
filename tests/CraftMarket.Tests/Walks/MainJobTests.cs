using System.Net;
using System.Text.Json.Nodes;
using CraftMarket.Kernel;
using CraftMarket.Demo;

namespace CraftMarket.Tests.Walks;

/// <summary>The one line that the house exists for, walked by programs that know the contract only.</summary>
public sealed class MainJobTests(RunningMarket market)
{
    [Fact]
    public async Task a_batch_of_five_trains_sells_and_shows_in_the_income_report()
    {
        using var visitor = new Caller(market.Address);
        using var office = await visitor.SignIn("office@craftmarket.test");
        using var companion = await visitor.SignIn("companion@craftmarket.test");
        using var curator = await visitor.SignIn("curator@craftmarket.test");
        using var operations = await visitor.SignIn("operator@craftmarket.test");

        var batch = await TrainedArtisan.PlanBatch(office);
        var people = new List<string>();
        for (var i = 0; i < 5; i++) people.Add(await TrainedArtisan.Train(office, companion, batch));
        foreach (var person in people)
        {
            await office.Post($"batches/{batch}/enrolments", new { participantId = person }).Expect(HttpStatusCode.Created);
            var completed = await office.Post($"batches/{batch}/completions", new { participantId = person })
                .Expect(HttpStatusCode.Created);
            Assert.NotEmpty(completed.Text("certificateNumber"));
        }

        var (artisanId, artisan) = await TrainedArtisan.Welcome(visitor, office, people[0]);
        await artisan.Put("artisans/me/brand", new { name = "Tenun Uji", story = "Anyaman daun tembakau.", colour = "#8a5a2b" })
            .Expect(HttpStatusCode.OK);
        var product = await ListProduct(artisan, curator);
        var detail = await visitor.Until($"products/{product}", x => x["available"] is { } left && (int)left == 4);
        Assert.Equal("Tenun Uji", (string)detail.Body["artisan"]!["name"]!);

        var order = await visitor.Post("orders", Basket(product, 2, "transfer")).Expect(HttpStatusCode.Created);
        var (orderId, key, total) = (order.Text("id"), order.Text("accessKey"), order.Number("total"));
        var part = order.Body["parts"]![0]!;
        Assert.Equal(total, order.Body["parts"]!.AsArray().Sum(x => (long)x!["total"]!));
        Assert.Equal(370_000, (long)part["goods"]!);
        Assert.Equal((long)part["goods"]! + (long)part["shipping"]!, (long)part["total"]!);
        (await visitor.Get($"orders/{orderId}?key=wrong")).Expect(HttpStatusCode.NotFound);

        await office.Post($"orders/{orderId}/payment-confirmation", new { reference = $"TRF-{orderId[..8]}", amount = total })
            .Expect(HttpStatusCode.OK);
        var partId = (string)part["id"]!;
        var mine = await artisan.Until("artisans/me/orders", x => x["items"]!.AsArray().Any(y => (string)y!["id"]! == partId));
        Assert.Equal(1, (int)mine.Body["total"]!);
        var expected = total - (long)part["fee"]!;
        Assert.Equal(expected, (await artisan.Until("artisans/me/earnings", x => (long)x["onTheWay"]! > 0)).Number("onTheWay"));

        await artisan.Post($"seller-orders/{partId}/acceptance", new { }).Expect(HttpStatusCode.OK);
        await artisan.Post($"seller-orders/{partId}/shipment", new { courier = "Pos", trackingNumber = "P123" })
            .Expect(HttpStatusCode.OK);
        (await artisan.Post($"seller-orders/{partId}/refusal", new { reason = "terlambat" })).Expect(HttpStatusCode.Conflict);
        await visitor.Post($"seller-orders/{partId}/delivery", new { key }).Expect(HttpStatusCode.OK);

        var earnings = await artisan.Until("artisans/me/earnings", x => (long)x["balance"]! > 0);
        Assert.Equal(expected, earnings.Number("balance"));
        Assert.Equal(expected, earnings.Body["rows"]!.AsArray().Sum(x => (long)x!["amount"]!));
        Assert.Equal(0, earnings.Number("onTheWay"));
        Assert.NotNull((string?)(await visitor.Get($"orders/{orderId}?key={key}")).Body["number"]);

        var payout = (await operations.Post("payouts", new { artisanId, amount = expected })).Expect(HttpStatusCode.Created)
            .Text("id");
        for (var twice = 0; twice < 2; twice++)
            await operations.Post($"payouts/{payout}/paid", new { reference = "BPD-77" }).Expect(HttpStatusCode.OK);
        var after = await artisan.Until("artisans/me/earnings", x => (long)x["paid"]! > 0);
        Assert.Equal((0, expected), (after.Number("balance"), after.Number("paid")));

        // One seller among five is told of by nobody; when the other four have sold as well, the batch is.
        await Report(office, batch, null);
        foreach (var person in people.Skip(1)) expected += await AlsoSells(visitor, office, curator, person);
        await Report(office, batch, expected);
    }

    /// <returns>What the artisan is owed for it.</returns>
    private static async Task<long> AlsoSells(Caller visitor, Caller office, Caller curator, string person)
    {
        var (_, artisan) = await TrainedArtisan.Welcome(visitor, office, person);
        var product = await ListProduct(artisan, curator);
        await visitor.Until($"products/{product}", x => x["available"] is { } left && (int)left == 4);
        var order = await visitor.Post("orders", Basket(product, 2, "transfer")).Expect(HttpStatusCode.Created);
        var (id, key, total, part) = (order.Text("id"), order.Text("accessKey"), order.Number("total"), order.Body["parts"]![0]!);
        await office.Post($"orders/{id}/payment-confirmation", new { reference = $"TRF-{id}", amount = total })
            .Expect(HttpStatusCode.OK);
        await artisan.Until("artisans/me/orders", x => x["items"]!.AsArray().Any(y => (string)y!["id"]! == (string)part["id"]!));
        await artisan.Post($"seller-orders/{part["id"]}/acceptance", new { }).Expect(HttpStatusCode.OK);
        await artisan.Post($"seller-orders/{part["id"]}/shipment", new { courier = "Pos", trackingNumber = "P124" })
            .Expect(HttpStatusCode.OK);
        await visitor.Post($"seller-orders/{part["id"]}/delivery", new { key }).Expect(HttpStatusCode.OK);
        artisan.Dispose();
        return total - (long)part["fee"]!;
    }

    private static async Task Report(Caller office, string batch, long? marketplace)
    {
        var month = LocalMonth.Of(DateTimeOffset.UtcNow).ToString();
        JsonNode? Mine(JsonNode report) => report["items"]!.AsArray().FirstOrDefault(x => (string)x!["group"]!["id"]! == batch);
        var report = await office.Until($"reports/income?groupBy=batch&from={month}&to={month}",
            x => Mine(x) is { } mine && (long?)mine["marketplace"] == marketplace);
        var row = Mine(report.Body)!;
        Assert.Equal(5, (int)row["people"]!);
        Assert.Equal(1_000_000, (long)row["medianNetBefore"]!);
        Assert.NotNull(row["line"]!["amount"]);
    }

    private static async Task<string> ListProduct(Caller artisan, Caller curator)
    {
        var photo = (await artisan.Upload(CraftPicture.Draw(Craft.Bag, 1))).Expect(HttpStatusCode.Accepted).Text("id");
        var ready = await artisan.Until($"photos/{photo}", x => (string)x["status"]! == "ready");
        var widths = ready.Body["renditions"]!.AsArray().Select(x => (int)x!["width"]!).ToList();
        Assert.Superset(new HashSet<int> { 320, 640, 1080 }, widths.ToHashSet());
        (await artisan.Get((string)ready.Body["renditions"]![0]!["url"]!)).Expect(HttpStatusCode.OK);
        var product = (await artisan.Post("products", new
        {
            name = "Tas Uji Daun Tembakau", description = "Tas anyaman.", price = 185_000, stock = 4, category = "tas",
            materials = new[] { "daun tembakau" }, weightGrams = 650, photoIds = new[] { photo },
        })).Expect(HttpStatusCode.Created).Text("id");
        await artisan.Post($"products/{product}/submission", new { }).Expect(HttpStatusCode.Accepted);
        await curator.Post($"products/{product}/curation", new { decision = "approve" }).Expect(HttpStatusCode.OK);
        return product;
    }

    private static object Basket(string product, int quantity, string payment) => new
    {
        buyer = new { name = "Pembeli Uji", phone = "0899111222333" },
        shipTo = new { address = "Jalan Uji 1", regionCode = "52.71" },
        lines = new[] { new { productId = product, quantity } },
        payment,
    };
}
