namespace CraftMarket.Kernel.Facts;

/// <summary>A photo's renditions lie ready, or the photo turned out to be unusable.</summary>
public sealed record PhotoRendered(PhotoId PhotoId, bool Usable);
