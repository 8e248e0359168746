using System.Text.Json.Nodes;

namespace CraftMarket.Demo;

/// <summary>What the office of the demo tells of a village.</summary>
internal sealed record DemoVillage(string Name, Wording Tagline, Wording Story, Wording Character, string Mark, string Colour,
    string Accent,
    Wording Rules, Wording Directions, double Latitude, double Longitude, Wording Hours, (Scene Scene, Wording Sight)[] Views,
    (string Stage, int MonthsAgo)[] Stages)
{
    public string Code => Regions.Shipped.First(x => x.Name == Name && x.Code.IsVillage).Code.Value;

    private static readonly Wording Field =
        new("Ladang tembakau di kaki Rinjani saat pagi", "A tobacco field at the foot of Rinjani in the morning");
    private static readonly Wording Drying = new("Daun tembakau dikeringkan di bawah atap", "Tobacco leaves drying under a roof");
    private static readonly Wording Plaiting = new("Anyaman daun yang baru separuh jadi", "A plait of leaf, half finished");
    private static readonly Wording Stalks =
        new("Batang tembakau diikat, siap dijadikan bingkai", "Tobacco stalks tied up, ready to become frames");

    private static readonly Wording Weekdays = new("Senin sampai Jumat, 08.00–15.00 WITA", "Monday to Friday, 08:00–15:00 WITA");

    private static Wording RulesOf(string village) => new(
        $"Barang dibuat dengan tangan di Desa {village}.\nBahan utamanya daun atau batang tembakau dari ladang desa.\nAnyaman "
        + $"rapat, tidak ada ujung yang tajam, tidak berbau.\n"
        + "Nama perajin ditulis pada setiap label.\nTanda tidak dipasang pada rokok atau tembakau isap.",
        $"The goods are made by hand in the village of {village}.\nTheir main material is leaf or stalk from the village's own "
        + $"fields.\nThe plait is tight, no end is sharp, nothing smells.\n"
        + "The maker's name stands on every label.\nThe mark never goes on cigarettes or smoking tobacco.");

    public static readonly IReadOnlyList<DemoVillage> All =
    [
        new("Semoyang",
            new("Daun dan batang tembakau, dijadikan barang yang indah", "Tobacco leaf and stalk, made into things of beauty"),
            new("Di Semoyang, pagi dimulai di ladang tembakau. Sesudah panen, daun yang tidak masuk hitungan pabrik dulu "
            + "dibuang dan batangnya dibakar.\n"
                + "Beberapa ibu mulai mengeringkan daun itu di bawah atap, mengirisnya menjadi pita, lalu menganyamnya seperti "
                    + "nenek mereka menganyam pandan. Jadilah tas pertama.\n"
                + "Kini daun menjadi tas, dompet dan gantungan kunci; batang yang ringan dan kuat menjadi bingkai. Setiap "
                    + "barang dibuat satu orang, dari awal sampai selesai, dan namanya ada di label.",
                "In Semoyang the morning begins in the tobacco field. After the harvest, the leaf that no factory wanted used "
                + "to be thrown away, the stalks were burnt.\n"
                + "A few women began to dry that leaf under the roof, to cut it into ribbons and to plait it as their "
                    + "grandmothers plaited pandanus. That was the first bag.\n"
                + "Today leaf becomes bags, wallets and key rings; the light, strong stalk becomes frames. One person makes "
                    + "each piece from beginning to end, and the label says who."),
            new("Anyaman pita daun tembakau tanpa pewarna: cokelat dari daun tua, hijau zaitun dari daun muda.",
                "Plaited ribbons of undyed tobacco leaf: brown from old leaf, olive from young."),
            "Kriya Semoyang", "#8a5a2b", "#e0b860", RulesOf("Semoyang"),
            new("Dari Praya ke timur sekitar 12 km lewat jalan Praya–Keruak; balai desa di kiri jalan. Titik peta adalah "
            + "perkiraan.",
                "About 12 km east of Praya on the road to Keruak; the village hall is on the left. The point on the map is "
                + "approximate."), -8.7702, 116.3868, Weekdays,
            [(Scene.Field, Field), (Scene.Drying, Drying), (Scene.Plaiting, Plaiting), (Scene.Stalks, Stalks)],
            [("dijajaki", 40), ("disiapkan", 20), ("berjalan", 6)]),
        new("Mujur", new("Belajar bersama, menjual bersama", "Learning together, selling together"),
            new("Di Mujur para perajin berkumpul tiap sore di serambi. Yang sudah bisa mengajar yang baru; pesanan besar "
            + "dibagi rata.",
                "In Mujur the makers meet on the porch every afternoon. Who can do it teaches who is new; large orders are "
                + "shared."),
            new("Anyaman daun dipadu ketak, untuk tas kerja.", "Leaf plaited with ketak grass, for work bags."),
            "Anyam Mujur", "#5b6b2a", "#e6d29a", RulesOf("Mujur"),
            new("Di selatan Semoyang, di jalan ke Kuta. Titik peta adalah perkiraan.",
                "South of Semoyang, on the road to Kuta. The point on the map is approximate."), -8.8001, 116.3655, Weekdays,
            [(Scene.Plaiting, Plaiting), (Scene.Drying, Drying)], [("dijajaki", 14), ("disiapkan", 7)]),
        new("Ganti", new("Bingkai dan dompet dari rumah ke rumah", "Frames and wallets, from house to house"),
            new("Di Ganti pelatihan datang ke rumah. Bingkai dibelah di halaman, dompet dijahit di beranda.",
                "In Ganti the training came to people's homes. Frames are split in the yard, wallets sewn on the porch."),
            Wording.Nothing, "Kriya Ganti", "#6a5537", "#d9b98a", RulesOf("Ganti"), Wording.Nothing, -8.8310, 116.4002,
            Wording.Nothing,
            [(Scene.Stalks, Stalks)], [("dijajaki", 7)]),
    ];

    public JsonObject Description(string? logo) => new()
    {
        ["name"] = Name, ["tagline"] = Both(Tagline), ["story"] = Both(Story), ["character"] = Both(Character),
        ["mark"] = new JsonObject { ["name"] = Mark, ["colour"] = Colour, ["accent"] = Accent, ["logoPhotoId"] = logo },
        ["place"] = new JsonObject { ["directions"] = Both(Directions), ["latitude"] = Latitude, ["longitude"] = Longitude },
        ["hours"] = Both(Hours),
        ["contact"] = Hours == Wording.Nothing ? null
            : new JsonObject { ["office"] = $"Kantor Desa {Name}", ["phone"] = "0899 000 99999" },
    };

    public static JsonObject Both(Wording words) => new() { ["id"] = words.Indonesian, ["en"] = words.English };
}
