using System.Diagnostics;
using System.Net;
using CraftMarket.Tests.Media;
using CraftMarket.Tests.Media.Buckets;
using CraftMarket.Demo;
using Npgsql;

namespace CraftMarket.Tests.Walks;

/// <summary>Two nodes that share a database and a bucket and nothing else are one shop, and one of them may die.</summary>
public sealed class NodesTests
{
    private const int Stock = 10, Quantity = 2;

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task two_nodes_are_one_shop_and_when_one_is_killed_the_other_goes_on()
    {
        await using var bucket = await LocalBucket.Open();
        await using var here = await MarketProcess.Start(new Dictionary<string, string>
        {
            ["Nodes__Many"] = "true", ["Media__S3__Endpoint"] = $"{bucket.Address}", ["Media__S3__Bucket"] = LocalBucket.Name,
            ["Media__S3__AccessKey"] = LocalBucket.AccessKey, ["Media__S3__SecretKey"] = LocalBucket.SecretKey,
            ["Media__S3__Region"] = "ap-southeast-3",
        });
        await using var there = await here.Another();

        await ACookieOpensBoth(here, there);
        await WhoSignsOutHereIsOutThere(here, there);
        using var visitor = new Caller(here.Address);
        using var office = await visitor.SignIn("office@craftmarket.test");
        using var companion = await visitor.SignIn("companion@craftmarket.test");
        using var officeThere = office.At(there.Address);
        var (_, artisan) = await TrainedArtisan.Make(visitor.At(there.Address), office, companion.At(there.Address));
        using var artisanHere = artisan.At(here.Address);
        var photo = await APhotoIsShownByBoth(artisanHere, artisan);
        await APhotoInPiecesChangesTheNode(artisanHere, artisan);
        var product = await OnSale(artisanHere, officeThere, visitor, photo);
        var (order, key, part) = await AnOrderIsPaidAtTheOther(visitor, officeThere, product);
        await WhatIsLeftIsNeverOlderThanASecond(visitor, there, product);
        await TheOtherShipsWhatWasAcceptedHere(artisanHere, artisan, part);

        await ProjectionsAreSharedOut(here);
        var left = new List<string>();
        for (var i = 0; i < 4; i++)
            left.Add((await artisanHere.Upload(CraftPicture.Draw(Craft.KeyRing, i))).Expect(HttpStatusCode.Accepted).Text("id"));
        await here.Kill();
        await OneNodeDoesItAll(there, artisan, (order, key, part), left);
    }

    private static async Task WhoSignsOutHereIsOutThere(MarketProcess here, MarketProcess there)
    {
        using var browser = new Reader(here.Address);
        await browser.Open("/masuk");
        await browser.Send("submit", ("login", "office@craftmarket.test"), ("password", Caller.DemoPassword));
        using var copy = browser.Copy(there.Address);
        await copy.Open("/kantor");
        Assert.Equal("/kantor", copy.Path);
        await browser.Send("sign-out");
        await copy.Open("/kantor");
        Assert.StartsWith("/masuk?", copy.Path, StringComparison.Ordinal);
    }

    /// <summary>The form from one node, sent to the other, opens the first: what protects it lies in the database.</summary>
    private static async Task ACookieOpensBoth(MarketProcess here, MarketProcess there)
    {
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new(), AllowAutoRedirect = false });
        var page = await new AngleSharp.Html.Parser.HtmlParser()
            .ParseDocumentAsync(await browser.GetStringAsync(new Uri(here.Address, "/masuk"), Stop), Stop);
        var secret = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form =
            new FormUrlEncodedContent([new("login", "office@craftmarket.test"), new("password", Caller.DemoPassword),
            new("__RequestVerificationToken", secret)]);
        using var entered = await browser.PostAsync(new Uri(there.Address, "/masuk"), form, Stop);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        foreach (var node in new[] { here, there })
        {
            using var room = await browser.GetAsync(new Uri(node.Address, "/kantor"), Stop);
            Assert.Equal(HttpStatusCode.OK, room.StatusCode);
        }
    }

    private static async Task<string> APhotoIsShownByBoth(Caller here, Caller there)
    {
        var photo = (await here.Upload(CraftPicture.Draw(Craft.Bag, 1))).Expect(HttpStatusCode.Accepted).Text("id");
        var ready = await there.Until($"photos/{photo}", x => (string)x["status"]! == "ready");
        foreach (var rendition in ready.Body["renditions"]!.AsArray())
        {
            var seen = await there.Get((string)rendition!["url"]!);
            Assert.Equal((HttpStatusCode.OK, (await here.Get((string)rendition["url"]!)).Text("text")),
                (seen.Status, seen.Text("text")));
        }

        return photo;
    }

    private static async Task APhotoInPiecesChangesTheNode(Caller here, Caller there)
    {
        var photo = SamplePhotos.Grainy();
        using HttpClient first = here.Browser(), second = there.Browser();
        var upload = await first.Begun(photo.Length);
        using var begun = await first.Append(upload, 0, photo[..30_000]);
        Assert.Equal(30_000, await second.Offset(upload));
        using var rest = await second.Append(upload, 30_000, photo[30_000..]);
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        await here.Until(upload, x => (string)x["status"]! == "ready");
    }

    private static async Task<string> OnSale(Caller artisan, Caller officeThere, Caller visitor, string photo)
    {
        var product = (await artisan.Post("products", new
        {
            name = "Tas dua simpul", description = "Tas anyaman.", price = 185_000, stock = Stock, category = "tas",
            materials = new[] { "daun tembakau" }, weightGrams = 650, photoIds = new[] { photo },
        })).Expect(HttpStatusCode.Created).Text("id");
        await artisan.Post($"products/{product}/submission", new { }).Expect(HttpStatusCode.Accepted);
        using var curator = await officeThere.SignIn("curator@craftmarket.test");
        await curator.Post($"products/{product}/curation", new { decision = "approve" }).Expect(HttpStatusCode.OK);
        await visitor.Until($"products/{product}", x => (int?)x["available"] == Stock);
        return product;
    }

    private static async Task<(string Order, string Key, string Part)> AnOrderIsPaidAtTheOther(Caller visitor, Caller officeThere,
        string product)
    {
        var order = await visitor.Post("orders", new
        {
            buyer = new { name = "Pembeli Uji", phone = "0899111222333" },
            shipTo = new { address = "Jalan Uji 1", regionCode = "52.71" },
            lines = new[] { new { productId = product, quantity = Quantity } }, payment = "transfer",
        }).Expect(HttpStatusCode.Created);
        var (id, key) = (order.Text("id"), order.Text("accessKey"));
        await officeThere.Post($"orders/{id}/payment-confirmation",
            new { reference = $"TRF-{id[..8]}", amount = order.Number("total") }).Expect(HttpStatusCode.OK);
        await visitor.Until($"orders/{id}?key={key}", x => (string?)x["number"] is not null
            && (string?)x["status"] == "confirmed");
        return (id, key, (string)order.Body["parts"]![0]!["id"]!);
    }

    /// <summary>Many ask the other node all the time; once it knows that two more are gone, an answer a second later says
    /// so.</summary>
    private static async Task WhatIsLeftIsNeverOlderThanASecond(Caller visitor, MarketProcess there, string product)
    {
        using var crowd = new HttpClient { BaseAddress = there.Address };
        using var fresh =
            new HttpClient { BaseAddress = there.Address, DefaultRequestHeaders = { { "Cookie", "tanpa=singgahan" } } };
        async Task<int> Left(HttpClient who) =>
            (int)System.Text.Json.Nodes.JsonNode.Parse(await who.GetStringAsync($"/api/v1/products/{product}",
            Stop))!["available"]!;

        await Shop.Eventually(() => Left(crowd), x => x == Stock - Quantity);
        await visitor.Post("orders", new
        {
            buyer = new { name = "Pembeli Kedua", phone = "0899111222334" },
            shipTo = new { address = "Jalan Uji 2", regionCode = "52.71" },
            lines = new[] { new { productId = product, quantity = Quantity } }, payment = "transfer",
        }).Expect(HttpStatusCode.Created);
        var (known, stale) = ((long?)null, 0);
        for (var clock = Stopwatch.StartNew(); known is null || clock.ElapsedMilliseconds < known
            + 1_500; await Task.Delay(10, Stop))
        {
            if (known is null && await Left(fresh) == Stock - 2 * Quantity) known = clock.ElapsedMilliseconds;
            var asked = clock.ElapsedMilliseconds;
            if (await Left(crowd) != Stock - 2 * Quantity && asked > known + 1_000) stale++;
            Assert.True(known is not null || asked < Patience.Most.TotalMilliseconds,
                "The other node never learned what is left.");
        }

        Assert.Equal(0, stale);
    }

    private static async Task TheOtherShipsWhatWasAcceptedHere(Caller here, Caller there, string part)
    {
        await here.Until("artisans/me/orders", x => x["items"]!.AsArray().Any(y => (string)y!["id"]! == part));
        await here.Post($"seller-orders/{part}/acceptance", new { }).Expect(HttpStatusCode.OK);
        await there.Post($"seller-orders/{part}/shipment", new { courier = "Pos", trackingNumber = "P123" })
            .Expect(HttpStatusCode.OK);
    }

    /// <summary>Every projection and subscription runs on one node, and each node has some.</summary>
    private static async Task ProjectionsAreSharedOut(MarketProcess market)
    {
        var shared = await Shop.Eventually(() => Assignments(market), x => x.Values.Distinct().Count() == 2);
        Assert.True(shared.Count >= 3, string.Join('\n', shared));
    }

    /// <summary>What was delivered after the other's death stands in the earnings, which a projection writes, and the photos that
    /// it had answered become pictures.</summary>
    private static async Task OneNodeDoesItAll(MarketProcess there, Caller artisan,
        (string Order, string Key, string Part) bought, List<string> left)
    {
        var before = await Assignments(there);
        using var buyer = new Caller(there.Address);
        await buyer.Post($"seller-orders/{bought.Part}/delivery", new { key = bought.Key }).Expect(HttpStatusCode.OK);
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(200, Stop))
        {
            var (now, earned) = (await Assignments(there), await artisan.Get("artisans/me/earnings"));
            var waiting =
                await Task.WhenAll(left.Select(async x => (await artisan.Get($"photos/{x}")).Text("status") == "processing"));
            if (now.Count == before.Count && now.Values.Distinct().Count() == 1 && earned.Number("balance") > 0
                && !waiting.Contains(true)) return;
            Assert.True(clock.Elapsed < Patience.Most,
                $"{earned.Body}\n{string.Join('\n', now)}\n{waiting.Count(x => x)} photos wait");
        }
    }

    private static async Task<IReadOnlyDictionary<string, Guid>> Assignments(MarketProcess market)
    {
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        await using var command =
            source.CreateCommand("select id, node_id from wolverine.wolverine_node_assignments where id like "
            + "'event-subscriptions:%'");
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var found = new Dictionary<string, Guid>();
        while (await reader.ReadAsync(Stop)) found.Add(reader.GetString(0), reader.GetGuid(1));
        return found;
    }
}
