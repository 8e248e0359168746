using System.Text.Json.Nodes;

namespace CraftMarket.Demo;

/// <summary>What a demo brand has beyond name, colour and story.</summary>
internal sealed record DemoBrand(Emblem Emblem, string Accent, string Tagline, string? StoryEnglish = null)
{
    private const string LeafCare = "Lap dengan kain kering. Jauhkan dari air dan matahari langsung.";
    private const string StalkCare = "Bersihkan dengan kuas lembut. Simpan di tempat kering.";

    private static readonly Dictionary<int, DemoBrand> All = new()
    {
        [1] = new(Emblem.Weave, "#e0b45c", "Anyaman daun tembakau dari halaman rumah",
            "I have been weaving since I was a child. We dry, slice and plait the tobacco leaf left after the harvest into "
            + "bags that last."),
        [2] = new(Emblem.Frame, "#c9973f", "Bingkai dari batang yang dulu dibakar",
            "Tobacco stalks used to be burned. Now they become frames, and I smooth each one by hand."),
        [3] = new(Emblem.Leaf, "#d9c36a", "Hijau dari daun muda, tanpa pewarna",
            "The green comes from young leaves dried in the shade. There is no dye."),
        [4] = new(Emblem.Rings, "#e3a857", "Satu meja panjang, tiga pasang tangan"),
        [5] = new(Emblem.Flower, "#f0d9a8", "Dianyam setelah subuh"),
        [6] = new(Emblem.Sun, "#d8b24a", "Dua musim, dua penghasilan"),
        [7] = new(Emblem.Basket, "#e8c9a0", "Belajar bersama, menjual bersama",
            "A small group in Mujur: we learn together and sell together."),
        [8] = new(Emblem.Leaf, "#5f4a2c", "Sederhana untuk yang muda"),
        [9] = new(Emblem.Mountain, "#cdb68a", "Kayu tidak perlu ditebang"),
        [10] = new(Emblem.Flower, "#e4d48a", "Setiap dompet bernomor"),
        [11] = new(Emblem.Weave, "#dcb98a", "Anyaman rapat dari rumah sendiri"),
        [12] = new(Emblem.Rings, "#c8a27a", "Benda kecil, teliti"),
    };

    /// <summary>The brand of an artisan as it is sent.</summary>
    /// <param name="name">Another name than the artisan's usual one, for a brand that is renamed.</param>
    public static async Task Send(DemoClient client, DemoArtisan artisan, CancellationToken stop, string? name = null)
    {
        var kit = All[artisan.Person];
        var logo = await client.Upload(EmblemPicture.Draw(kit.Emblem, artisan.Colour), $"logo-{artisan.Person}", stop);
        await client.Put("artisans/me/brand", new JsonObject
        {
            ["name"] = name ?? artisan.Brand, ["story"] = artisan.Story, ["colour"] = artisan.Colour, ["accent"] = kit.Accent,
            ["tagline"] = kit.Tagline,
            ["storyEnglish"] = kit.StoryEnglish, ["careNote"] = artisan.Products[0].Category == "bingkai" ? StalkCare : LeafCare,
            ["logoPhotoId"] = (string)logo["id"]!,
        }, stop);
    }
}
