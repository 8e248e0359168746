namespace CraftMarket.Training;

/// <summary>The village that somebody lives in or a batch learns in: one of NTB that the list of regions names, or may name once
/// it is imported.</summary>
public static class HomeVillage
{
    public static readonly Refusal Unknown = Refusal.Invalid("unknown_village",
        "Kode desa ini tidak dikenal. Pakai kode Kemendagri sebuah desa di NTB, misalnya 52.02.06.2003. Desa baru? Impor dulu "
        + "daftar wilayahnya.",
        "This village code is not known. Use the Kemendagri code of a village in NTB, such as 52.02.06.2003. A new village? "
        + "Import the list of regions first.", "villageCode");

    public static RegionCode? Find(string? code) => RegionCode.TryParse(code?.Trim(), out var village) && IsOne(village) ? village
        : null;

    public static bool IsOne(RegionCode village) => village.IsWithin(Regions.Ntb) && Regions.MayBeVillage(village);
}
