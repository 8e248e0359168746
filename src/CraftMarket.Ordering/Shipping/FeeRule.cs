namespace CraftMarket.Ordering;

/// <summary>What the marketplace keeps of the goods of a sale. It is frozen at the sale: a later change leaves old orders as they
/// were.</summary>
/// <param name="BasisPoints">Hundredths of a percent; 500 is 5 %.</param>
/// <param name="Exceptions">Artisans with a rule of their own, such as trainees who pay nothing.</param>
public sealed record FeeRule(string Id, int BasisPoints, IReadOnlyDictionary<ArtisanId, int> Exceptions)
{
    public const string Current = "market";

    /// <summary>The fee in whole rupiah, half away from zero; shipping bears none.</summary>
    public Rupiah For(ArtisanId artisan, Rupiah goods) => goods.Share(BasisPointsFor(artisan));

    public int BasisPointsFor(ArtisanId artisan) => Exceptions.GetValueOrDefault(artisan, BasisPoints);

    /// <summary>The lowest price, in whole thousands, of which at least so much is left after the fee; null when the fee takes
    /// all.</summary>
    public Rupiah? LeastPrice(ArtisanId artisan, Rupiah wanted)
    {
        var kept = 10_000 - BasisPointsFor(artisan);
        return kept <= 0 ? null : new((long)Math.Ceiling(wanted.Amount * 10_000m / kept / 1_000) * 1_000);
    }
}
