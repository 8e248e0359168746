namespace CraftMarket.Catalogue;

/// <summary>A stage of the roll-out to villages. Data: an office renames or adds stages without a new program.</summary>
/// <param name="Id">Stable name, stands in events.</param>
/// <param name="Place">Earlier stages have lower numbers.</param>
public sealed record RolloutStage(string Id, Wording Name, Wording Meaning, int Place)
{
    internal static readonly RolloutStage[] Initial =
    [
        new("dijajaki", new("Dijajaki", "Explored"),
            new("Kantor dan desa saling mengenal.", "Office and village get to know each other."), 1),
        new("disiapkan", new("Disiapkan", "Prepared"),
            new("Perajin dilatih, barang pertama dibuat.", "Makers are trained, the first goods are made."), 2),
        new("berjalan", new("Berjalan", "Running"), new("Perajin menjual lewat toko ini.", "Makers sell in this shop."), 3),
        new("mandiri", new("Mandiri", "On its own feet"),
            new("Desa mengurus tanda dan mutunya sendiri.", "The village looks after its mark and quality itself."), 4),
    ];
}
