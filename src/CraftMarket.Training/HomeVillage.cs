namespace CraftMarket.Training;

/// <summary>The village that somebody lives in: any well-formed village code of NTB, also one whose name is not loaded.</summary>
public static class HomeVillage
{
    public static readonly Refusal Unknown = Refusal.Invalid("unknown_village",
        "Kode desa ini tidak dikenal. Pakai kode Kemendagri sebuah desa di NTB, misalnya 52.02.06.2003.",
        "This village code is not known. Use the Kemendagri code of a village in NTB, such as 52.02.06.2003.", "villageCode");

    public static RegionCode? Find(string? code) => RegionCode.TryParse(code?.Trim(), out var village) && IsOne(village) ? village : null;

    public static bool IsOne(RegionCode village) => village.IsVillage && village.IsWithin(Regions.Ntb);
}
