using System.Net;
using System.Text.Json.Nodes;
using CraftMarket.Demo;

namespace CraftMarket.Tests.Walks;

/// <summary>The process dies at ten random moments of the main job, and nobody loses anything that was acknowledged.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task ten_kills_lose_no_acknowledged_thing_and_do_nothing_twice()
    {
        var seed = Random.Shared.Next();
        try
        {
            await KillTenTimes(new(seed));
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"With seed {seed}: {failure.Message}", failure);
        }
    }

    private static async Task KillTenTimes(Random random)
    {
        await using var market = await MarketProcess.Start();
        using var killed = new CancellationTokenSource();
        var stop = TestContext.Current.CancellationToken;
        using var walker = new StubbornWalker(market.Address);
        await walker.SignEverybodyIn();

        var walking = Task.Run(async () =>
        {
            while (!killed.IsCancellationRequested || walker.Walks < 3) await walker.WalkOnce();
        }, stop);
        for (var kill = 0; kill < 10 && !walking.IsCompleted; kill++)
        {
            await Task.Delay(random.Next(200, 4000), stop);
            await market.KillAndRestart();
        }

        await killed.CancelAsync();
        await walking;
        await walker.EverythingAcknowledgedStands();
    }
}

/// <summary>Does the main job again and again; a broken line makes it ask again with the same key, as a phone on a slow line
/// does.</summary>
internal sealed class StubbornWalker(Uri address) : IDisposable
{
    private const int Stock = 10, Quantity = 2;

    private readonly List<(string Order, string Key, long Income, string Product)> _walked = [];
    private readonly List<string> _photos = [];
    private Caller _visitor = null!, _office = null!, _curator = null!, _artisan = null!;

    public int Walks => _walked.Count;

    public async Task SignEverybodyIn()
    {
        _visitor = new Caller(address);
        _office = await _visitor.SignIn("office@craftmarket.test");
        _curator = await _visitor.SignIn("curator@craftmarket.test");
        using var companion = await _visitor.SignIn("companion@craftmarket.test");
        (_, _artisan) = await TrainedArtisan.Make(_visitor, _office, companion);
    }

    public async Task WalkOnce()
    {
        var walk = Guid.NewGuid().ToString("N");
        var photo = (await Insist(() => _artisan.Upload(CraftPicture.Draw(Craft.KeyRing, Walks), $"{walk}-photo"),
            HttpStatusCode.Accepted)).Text("id");
        _photos.Add(photo);
        var product = (await Insist(() => _artisan.Post("products", new
        {
            name = $"Gantungan {Walks}", description = "Gantungan kunci.", price = 25_000, stock = Stock,
            category = "gantungan-kunci", materials = new[] { "daun tembakau" }, weightGrams = 40, photoIds = new[] { photo },
        }, $"{walk}-product"), HttpStatusCode.Created)).Text("id");
        await Insist(() => _artisan.Post($"products/{product}/submission", new { }, $"{walk}-submission"),
            HttpStatusCode.Accepted);
        await Insist(() => _curator.Post($"products/{product}/curation", new { decision = "approve" }, $"{walk}-curation"),
            HttpStatusCode.OK);
        await Eventually(() => _visitor.Get($"products/{product}"), x => (int?)x["available"] == Stock);

        var order = await Insist(() => _visitor.Post("orders", new
        {
            buyer = new { name = "Pembeli Uji", phone = "0899111222333" },
            shipTo = new { address = "Jalan Uji 1", regionCode = "52.71" },
            lines = new[] { new { productId = product, quantity = Quantity } }, payment = Walks % 2 == 0 ? "card" : "transfer",
        }, $"{walk}-order"), HttpStatusCode.Created);
        var (id, key, part) = (order.Text("id"), order.Text("accessKey"), order.Body["parts"]![0]!);
        if (Walks % 2 == 0) await PayOnHostedPage(id, key);
        else
            await Insist(() =>
                _office.Post($"orders/{id}/payment-confirmation",
                new { reference = $"TRF-{walk}", amount = order.Number("total") }, $"{walk}-paid"), HttpStatusCode.OK);

        var partId = (string)part["id"]!;
        await Eventually(() => _artisan.Get("artisans/me/orders"), x =>
            x["items"]!.AsArray().Any(y => (string)y!["id"]! == partId));
        await Insist(() => _artisan.Post($"seller-orders/{partId}/acceptance", new { }, $"{walk}-acceptance"), HttpStatusCode.OK);
        await Insist(() =>
            _artisan.Post($"seller-orders/{partId}/shipment", new { courier = "Pos", trackingNumber = walk[..8] },
            $"{walk}-shipment"), HttpStatusCode.OK);
        await Insist(() => _visitor.Post($"seller-orders/{partId}/delivery", new { key }, $"{walk}-delivery"), HttpStatusCode.OK);
        _walked.Add((id, key, (long)part["total"]! - (long)part["fee"]!, product));
    }

    public async Task EverythingAcknowledgedStands()
    {
        foreach (var photo in _photos)
            await Eventually(() => _artisan.Get($"photos/{photo}"), x => (string)x["status"]! == "ready");
        foreach (var (_, _, _, product) in _walked)
            await Eventually(() => _visitor.Get($"products/{product}"), x => (int?)x["available"] == Stock - Quantity);
        var income = _walked.Sum(x => x.Income);
        var earnings = await Eventually(() => _artisan.Get("artisans/me/earnings"), x => (long)x["balance"]! == income);
        Assert.Equal(income, earnings.Body["rows"]!.AsArray().Sum(x => (long)x!["amount"]!));
        var numbers = new List<string>();
        foreach (var (order, key, _, _) in _walked)
            numbers.Add((await Insist(() => _visitor.Get($"orders/{order}?key={key}"), HttpStatusCode.OK)).Text("number"));
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        var mine = await Insist(() => _artisan.Get("artisans/me/orders"), HttpStatusCode.OK);
        Assert.Equal(_walked.Count, (int)mine.Body["total"]!);
    }

    public void Dispose()
    {
        foreach (var caller in new[] { _visitor, _office, _curator, _artisan }) caller?.Dispose();
    }

    private async Task PayOnHostedPage(string order, string key)
    {
        var waiting = await Eventually(() => _visitor.Get($"orders/{order}?key={key}"), x =>
            (string?)x["payment"]!["url"] is not null);
        var page = (string)waiting.Body["payment"]!["url"]!;
        await Insist(async () => await HostedPage.Pay(page), HttpStatusCode.OK);
    }

    /// <summary>Asks again until the wished answer comes; what the process did not live to answer may still have been
    /// done.</summary>
    private static async Task<Reply> Insist(Func<Task<Reply>> ask, HttpStatusCode wished)
    {
        for (var deadline = DateTime.UtcNow.AddMinutes(10); ; await Task.Delay(100))
        {
            Reply? reply = null;
            try
            {
                reply = await ask();
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or TaskCanceledException)
            {
                if (DateTime.UtcNow > deadline) throw;
            }

            if (reply is null || (int)reply.Status >= 500 && DateTime.UtcNow < deadline) continue;
            return reply.Expect(wished);
        }
    }

    private static async Task<Reply> Eventually(Func<Task<Reply>> look, Func<JsonNode, bool> so)
    {
        Reply? seen = null;
        for (var deadline = DateTime.UtcNow.AddMinutes(5); DateTime.UtcNow < deadline; await Task.Delay(100))
        {
            try
            {
                seen = await look();
                if (seen.Status == HttpStatusCode.OK && so(seen.Body)) return seen;
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or TaskCanceledException)
            {
                // Killed just now; it comes back.
            }
        }

        throw new InvalidOperationException($"Waited five minutes in vain; last seen: {seen?.Body}");
    }
}
