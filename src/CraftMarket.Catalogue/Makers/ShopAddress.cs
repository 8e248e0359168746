namespace CraftMarket.Catalogue;

/// <summary>A name in a shop's address and whose it is, for ever: printed and shared links keep leading to the same
/// maker.</summary>
/// <param name="Id">The name in the address, such as <c>tenun-daun-inaq-sahnun</c>.</param>
public sealed record ShopAddress(string Id, ArtisanId ArtisanId)
{
    private const int Longest = 60;

    /// <summary>Addresses of the artisans' own workroom, which a shop's name must not hide behind.</summary>
    public static readonly IReadOnlySet<string> Reserved = new HashSet<string>
    {
        "merek", "persetujuan", "produk", "pesanan", "penghasilan", "foto", "label", "bagikan", "tanda", "penjualan-luar",
        "tanda-desa", "ulasan", "unggah", "draf", "kelompok", "kontak",
    };

    /// <summary>Addresses that a brand of that name could have, the plainest first. The last one is nobody else's.</summary>
    /// <param name="nameless">Begins the address where the name has no letter that could stand in one.</param>
    public static string[] Candidates<T>(string name, RegionCode? village, T owner, string nameless = "perajin") where T
        : struct, IId<T>
    {
        var plain = Region.SlugOf(name);
        if (plain.Length > Longest) plain = plain[..Longest].TrimEnd('-');
        var own = owner.Value.ToString("N")[^8..];
        if (plain.Length == 0) return [$"{nameless}-{own}"];
        string[] longer = village is { } home ? [$"{plain}-{Region.SlugOf(Regions.NameOf(home))}", $"{plain}-{own}"]
            : [$"{plain}-{own}"];
        return Reserved.Contains(plain) ? longer : [plain, .. longer];
    }

    /// <summary>The plainest address that is free or the owner's own already.</summary>
    public static string Choose<T>(string name, RegionCode? village, T owner, IReadOnlyDictionary<string, T> taken,
        string nameless = "perajin") where T : struct, IId<T>
    {
        var candidates = Candidates(name, village, owner, nameless);
        return Array.Find(candidates, x => !taken.TryGetValue(x, out var other) || other.Equals(owner)) ?? candidates[^1];
    }
}
