namespace CraftMarket.Catalogue;

/// <summary>How long, how many and how dear what is listed can be; rules, sentences and forms all read it here.</summary>
public static class ListingLimits
{
    public const int ShortestName = 3, LongestName = 100;
    public const int LongestDescription = 4_000, LongestSize = 80, LongestCare = 300;

    public const int MostMaterials = 10, LongestMaterial = 40;

    /// <summary>In grams, of what nobody has weighed: a bag with its wrapping.</summary>
    public const int UsualWeight = 500;

    /// <summary>In grams.</summary>
    public const int LargestWeight = 50_000;

    public const int MostPhotos = 8, LongestPhotoDescription = 200;
    public const int ShortestTechnique = 3, LongestTechnique = 60;
    public const int LargestStock = 100_000;

    /// <summary>In days.</summary>
    public const int LongestLeadTime = 365;

    public const int MostVariants = 20, LongestVariant = 30;

    public static readonly Rupiah HighestPrice = new(1_000_000_000);

    internal static bool IsPrice(Rupiah price) => price > Rupiah.Zero && price <= HighestPrice;

    internal static Refusal PriceOutOfRange(string field) => Refusal.Invalid("price_out_of_range",
        $"Harga harus lebih dari Rp0 dan paling banyak {HighestPrice}.",
        $"The price must be above Rp0 and at most {HighestPrice}.", field);

    internal static Refusal StockOutOfRange(string field) =>
        Refusal.Invalid("stock_out_of_range", "Stok harus antara 0 dan 100.000.", "Stock must be between 0 and 100,000.", field);
}
