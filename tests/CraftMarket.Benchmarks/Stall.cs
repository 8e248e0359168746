using System.Net;
using System.Text.Json;
using CraftMarket.Tests.Walks;
using CraftMarket.Demo;

namespace CraftMarket.Benchmarks;

/// <summary>A full shop for the benchmark: one artisan with a thousand products, made by the contract's routes.</summary>
internal sealed record Stall(IReadOnlyList<string> Products, IReadOnlyList<string> Slugs, string LastTen)
{
    /// <summary>What its artisan signs in with.</summary>
    public const string Phone = "08997770001";

    /// <summary>The shop's name in addresses.</summary>
    public const string Shop = "kios-uji";

    private static readonly string[] Things = ["Tas", "Dompet", "Gantungan kunci", "Bingkai", "Tikar", "Topi", "Kotak",
        "Tempat pensil"];
    private static readonly string[] Kinds = ["anyam", "tenun", "bulat", "panjang", "kecil", "besar", "perajin", "pengrajin"];

    public static async Task<Stall> Fill(Uri address, int count)
    {
        using var visitor = new Caller(address);
        using var office = await visitor.SignIn("office@craftmarket.test");
        using var companion = await visitor.SignIn("companion@craftmarket.test");
        using var curator = await visitor.SignIn("curator@craftmarket.test");
        var batch = await TrainedArtisan.PlanBatch(office);
        var person = await TrainedArtisan.Visit(office, companion, batch);
        await TrainedArtisan.Certify(office, batch, person);
        var (_, artisan) = await TrainedArtisan.Welcome(visitor, office, person, Phone);
        using var desk = artisan;
        await desk.Put("artisans/me/brand", new { name = "Kios Uji", story = "Seribu barang.", colour = "#8a5a2b" })
            .Expect(HttpStatusCode.OK);
        var photo = (await desk.Upload(CraftPicture.Draw(Craft.Bag, 2))).Expect(HttpStatusCode.Accepted).Text("id");
        await desk.Until($"photos/{photo}", x => (string)x["status"]! == "ready");
        var products = new (string Id, string Slug)[count + 1];
        await Parallel.ForEachAsync(Enumerable.Range(0, count + 1), new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (n, _) =>
        {
            var listed = (await desk.Post("products", new
            {
                name = $"{Things[n % 8]} {Kinds[n / 8 % 8]} nomor {n}",
                description = $"Anyaman daun tembakau dari Semoyang, buatan tangan, nomor {n}.",
                price = 20_000 + n * 500, stock = n == count ? 10 : 100_000, category = n % 2 == 0 ? "tas" : "dompet",
                materials = new[] { n % 3 == 0 ? "katun" : "daun tembakau" }, weightGrams = 100 + n, photoIds = new[] { photo },
            })).Expect(HttpStatusCode.Created);
            products[n] = (listed.Text("id"), listed.Text("slug"));
            await desk.Post($"products/{products[n].Id}/submission", new { }).Expect(HttpStatusCode.Accepted);
            await curator.Post($"products/{products[n].Id}/curation", new { decision = "approve" }).Expect(HttpStatusCode.OK);
        });
        await visitor.Until("products", x => (int)x["total"]! == count + 1);
        await visitor.Until($"products/{products[count].Id}", x => (int?)x["available"] == 10);
        return new([.. products.Take(count).Select(x => x.Id)], [.. products.Take(count).Select(x => x.Slug)],
            products[count].Id);
    }

    /// <summary>An order of two lines, each time of other goods.</summary>
    public byte[] TwoLines(int n) => Order(Products[n * 7 % 1000], Products[(n * 7 + 501) % 1000]);

    public static byte[] Order(params string[] products) => LoadRun.Post("/api/v1/orders", JsonSerializer.Serialize(new
    {
        buyer = new { name = "Pembeli Uji", phone = $"0899{Random.Shared.Next(100_000_000):00000000}" },
        shipTo = new { address = "Jalan Uji 1", regionCode = "52.71" },
        lines = products.Select(x => new { productId = x, quantity = 1 }), payment = "transfer",
    }));
}
