namespace CraftMarket.Catalogue;

/// <summary>A name in a shop's address and whose it is, for ever: printed and shared links keep leading to the same maker.</summary>
/// <param name="Id">The name in the address, such as <c>tenun-daun-inaq-sahnun</c>.</param>
public sealed record ShopAddress(string Id, ArtisanId ArtisanId)
{
    private const int Longest = 60;

    /// <summary>Addresses of the artisans' own workroom, which a shop's name must not hide behind.</summary>
    public static readonly IReadOnlySet<string> Reserved = new HashSet<string>
    {
        "merek", "persetujuan", "produk", "pesanan", "penghasilan", "foto", "label", "bagikan", "tanda", "penjualan-luar", "tanda-desa", "ulasan", "unggah", "draf", "kelompok", "kontak",
    };

    /// <summary>Addresses that a brand of that name could have, the plainest first. The last one is nobody else's.</summary>
    public static string[] Candidates(string name, RegionCode? village, ArtisanId artisan)
    {
        var plain = Region.SlugOf(name);
        if (plain.Length > Longest) plain = plain[..Longest].TrimEnd('-');
        var own = artisan.Value.ToString("N")[^8..];
        if (plain.Length == 0) return [$"perajin-{own}"];
        string[] longer = village is { } home ? [$"{plain}-{Region.SlugOf(Regions.NameOf(home))}", $"{plain}-{own}"] : [$"{plain}-{own}"];
        return Reserved.Contains(plain) ? longer : [plain, .. longer];
    }

    /// <summary>The plainest address that is free or the artisan's own already.</summary>
    public static string Choose(string name, RegionCode? village, ArtisanId artisan, IReadOnlyDictionary<string, ArtisanId> taken)
    {
        var candidates = Candidates(name, village, artisan);
        return Array.Find(candidates, x => !taken.TryGetValue(x, out var owner) || owner == artisan) ?? candidates[^1];
    }
}
