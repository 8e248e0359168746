namespace CraftMarket.Catalogue;

/// <summary>What makes a village's goods its own, told in two languages.</summary>
/// <param name="Id">The village's Kemendagri code.</param>
/// <param name="Colour">The village mark's colour, <c>#rrggbb</c>.</param>
public sealed record VillageIdentity(string Id, string Slug, Wording Tagline, Wording Story, string Colour)
{
    public static readonly VillageIdentity[] Initial =
    [
        new(Regions.Semoyang.Value, "semoyang",
            new("Daun dan batang tembakau, dijadikan barang yang indah", "Tobacco leaf and stalk, made into things of beauty"),
            new("Semoyang di Praya Timur, Lombok Tengah, hidup dari ladang tembakau. Para perajinnya mengolah daun dan batang yang tersisa "
                + "menjadi tas, dompet, gantungan kunci dan bingkai, masing-masing dibuat dengan tangan.",
                "Semoyang in East Praya, Central Lombok, lives by its tobacco fields. Its artisans turn the leaves and stalks left over "
                + "into bags, wallets, key rings and frames, each made by hand."),
            "#8a5a2b"),
    ];
}
