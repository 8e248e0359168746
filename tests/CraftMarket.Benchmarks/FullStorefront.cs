using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Media;
using CraftMarket.Web.Composition;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Benchmarks;

/// <summary>Fills a shop window with goods of five hundred makers by the events that listing and curating them would have
/// left.</summary>
internal static class FullStorefront
{
    public const int Makers = 500;
    private const int AtOnce = 200;
    private static readonly string[] Things = ["Tas", "Dompet", "Gantungan kunci", "Bingkai", "Tikar", "Topi", "Kotak",
        "Keranjang", "Selendang", "Sarung"];
    private static readonly string[] Kinds = ["anyam", "tenun", "bulat", "panjang", "kecil", "besar", "songket", "pandan",
        "rotan", "ketak", "lipat", "ukir"];
    private static readonly string[] Colours = ["cokelat", "hijau", "merah", "biru", "kuning", "hitam", "putih", "marun"];
    private static readonly string[] Categories = ["tas", "dompet", "gantungan-kunci", "bingkai", "anyaman", "tenun", "lainnya"];
    private static readonly string[] Materials = ["daun tembakau", "batang tembakau", "katun", "benang katun", "rotan", "bambu",
        "ketak", "pandan", "kayu jati", "kulit"];
    private static readonly DateTimeOffset Opening = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task Fill(string connection, int goods)
    {
        await using var app = MarketApplication.Create([], null, new Dictionary<string, string?>
        {
            ["environment"] = "Development", ["ConnectionStrings:Market"] = connection, ["Logging:LogLevel:Default"] = "Warning",
        });
        var store = app.Services.GetRequiredService<IDocumentStore>();
        foreach (var makers in Enumerable.Range(0, Makers).Chunk(AtOnce))
        {
            await using var session = store.LightweightSession();
            foreach (var maker in makers)
                session.Events.StartStream<Maker>(Maker.StreamOf(MakerOf(maker)),
                    new MakerWelcomed(MakerOf(maker), VillageOf(maker)),
                    new BrandChanged(MakerOf(maker), BrandOf(maker), "Turun-temurun menganyam.", "#8a5a2b", null));
            await session.SaveChangesAsync();
        }

        await Parallel.ForEachAsync(Enumerable.Range(0, goods).Chunk(AtOnce), new ParallelOptions { MaxDegreeOfParallelism = 2 },
            async (some, _) =>
        {
            await using var session = store.LightweightSession();
            foreach (var good in some) session.Events.StartStream<Product>(NewId.For("good", $"{good}"), [.. History(good)]);
            await session.SaveChangesAsync(CancellationToken.None);
        });
    }

    private static IEnumerable<object> History(int n)
    {
        // The first five hundred are everyone's own; of the rest every third belongs to one of ten busy makers.
        var maker = n < Makers ? n : n % 3 == 0 ? n / 3 % 10 : n * 7919 % Makers;
        var name = $"{Things[n % 10]} {Kinds[n / 10 % 12]} {Colours[n / 120 % 8]} {n}";
        var photo = new PhotoId(NewId.For("photo", $"{n}"));
        yield return new ProductDrafted(MakerOf(maker), $"{Region.SlugOf(name)}", new ProductDetails(name,
            $"Dibuat dengan tangan dari {Materials[n % 10]} pilihan oleh {BrandOf(maker)}. Cocok untuk dipakai sehari-hari "
            + $"atau dijadikan oleh-oleh, nomor {n}.",
            Categories[n % 7], n % 4 == 0 ? [Materials[n % 10], Materials[n * 3 % 10]] : [Materials[n % 10]], 100 + n % 900,
            [photo], false), new(15_000 + n * 7_919 % 800_000), 5, null, BrandOf(maker));
        yield return new ProductPicturesReady([new(photo,
            [new(320, 320, "webp", $"/media/{photo.Value:N}-320.webp"),
            new(640, 640, "webp", $"/media/{photo.Value:N}-640.webp")])]);
        yield return new ProductSubmitted(Opening.AddMinutes(n));
        yield return new ProductPublished(VillageOf(maker), BrandOf(maker), Opening.AddMinutes(n));
    }

    private static ArtisanId MakerOf(int maker) => new(NewId.For("bench-maker", $"{maker}"));

    private static string BrandOf(int maker) => $"{Kinds[maker % 12]} {Colours[maker / 12 % 8]} perajin {maker}";

    private static RegionCode VillageOf(int maker)
    {
        var villages = Regions.Villages.ToArray();
        return villages[maker % villages.Length].Code;
    }
}
