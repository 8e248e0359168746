namespace CraftMarket.Catalogue;

/// <summary>A class of goods with rules of its own. Reference data: which goods are by-products and which are refused is no
/// program's business.</summary>
/// <param name="Refused">Nothing of it may be listed.</param>
/// <param name="AlwaysSeen">A curator looks at each, however trusted its maker.</param>
/// <param name="KnowsTobacco">Goods made of the tobacco plant belong here, so its name alone is no reason to look twice; the
/// plant itself is.</param>
/// <param name="Words">Names of goods that belong here and nowhere else: briquettes, liquid smoke.</param>
/// <param name="Law">The law that refuses it, as a citation.</param>
public sealed record GoodsClass(string Id, Wording Name, bool Refused, bool AlwaysSeen, bool KnowsTobacco,
    IReadOnlyList<string> Words, string? Law = null)
{
    public const string Craft = "kerajinan";
    public const string Food = "pangan";
    public const string Other = "umum";
    public const string ByProduct = "hasil-samping";
    public const string Smoking = "rokok";

    /// <summary>Art. 434 (1) f of PP 28/2024 forbids selling tobacco goods and electronic cigarettes by web site; (2) exempts
    /// shops that check ages, which this one does not.</summary>
    public const string SmokingLaw = "PP 28/2024 pasal 434 ayat (1) huruf f";

    public static readonly GoodsClass[] Initial =
    [
        new(Craft, new("Kerajinan", "Crafts"), false, false, true, []),
        new(Food, new("Pangan", "Food"), false, false, false, []),
        new(Other, new("Barang umum", "General goods"), false, false, false, []),
        new(ByProduct, new("Hasil samping tembakau", "By-products of tobacco"), false, true, true,
            ["briket", "briquette", "briquettes", "asap cair", "liquid smoke", "wood vinegar", "pestisida nabati", "biopestisida",
                "biopesticide"]),
        new(Smoking, new("Rokok dan tembakau isap", "Cigarettes and smoking tobacco"), true, true, false, [], SmokingLaw),
    ];
}
