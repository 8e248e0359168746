namespace CraftMarket.Catalogue;

/// <summary>Why something about a group cannot be done.</summary>
internal static class GroupRefusals
{
    public static readonly Refusal NotTheLeader =
        new("not_the_leader", new("Hanya ketua kelompok yang bisa mengubah ini.", "Only the group's leader can change this."),
        RefusalKind.Forbidden);

    public static readonly Refusal InAGroup =
        Refusal.Conflict("already_in_group", "Anda sudah menjadi anggota sebuah kelompok. Keluar dulu dari sana.",
        "You are in a group already. Leave it first.");

    public static readonly Refusal NotInvited =
        Refusal.Conflict("not_invited", "Kelompok ini belum mengundang Anda. Minta undangan atau kode kepada ketuanya.",
        "This group has not invited you. Ask its leader for an invitation or the code.");

    public static readonly Refusal UnknownCode =
        Refusal.Invalid("unknown_code", "Kode ini tidak dikenal. Periksa lagi, atau minta kode yang baru.",
        "This code is not known. Check it, or ask for the new one.", "code");

    public static readonly Refusal UnknownShop =
        Refusal.Invalid("unknown_shop", "Toko ini tidak ada. Tulis nama di alamat tokonya, seperti «tenun-daun-inaq-sahnun».",
        "There is no such shop. Write the name in its address, such as “tenun-daun-inaq-sahnun”.", "shop");

    public static readonly Refusal NotInGroup =
        Refusal.Invalid("not_in_group", "Anda bukan anggota kelompok, jadi barang ini tetap di bawah merek Anda sendiri.",
        "You are in no group, so this stays under your own brand.", "groupBrand");

    public static Refusal OtherVillage(string? field = null) =>
        Refusal.Invalid("other_village", "Satu kelompok, satu desa: perajin ini membuat barangnya di desa lain.",
        "One group, one village: this artisan makes her goods in another.", field);
}
