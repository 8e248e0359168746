using CraftMarket.Media;

namespace CraftMarket.Catalogue;

/// <summary>What a listing must and must not say; the same for a new one and a changed one.</summary>
internal static class ListingRules
{
    public static Refusal? Problem(ProductDetails details, Rupiah price, ArtisanId artisan, ListingFacts facts) => Refusals.Of(
        NameProblem(details.Name), PriceProblem(price), DescriptionProblem(details), MaterialProblem(details),
        SizeProblem(details.Size), CareProblem(details.Care), WeightProblem(details), PhotoProblem(details, artisan, facts),
        CategoryProblem(facts), ProvenanceProblem(details.Provenance, facts),
        IsTooLong(details) ? null : SmokingRules.Problem(details, facts));

    public static readonly Refusal StockOrLeadTime =
        Refusal.Invalid("stock_or_lead_time", "Isi stok, atau lama pembuatan bila dibuat setelah dipesan; salah satu saja.",
        "Give the stock, or the lead time when made to order; exactly one of them.", "stock");

    public static Refusal? SupplyProblem(int? stock, int? leadTimeDays)
    {
        if (stock is null == leadTimeDays is null) return StockOrLeadTime;
        if (stock is < 0 or > ListingLimits.LargestStock) return ListingLimits.StockOutOfRange("stock");
        return leadTimeDays is { } days ? LeadTimeProblem(days) : null;
    }

    public static Refusal? LeadTimeProblem(int days) => days is >= 1 and <= ListingLimits.LongestLeadTime ? null
        : Refusal.Invalid("lead_time_out_of_range", $"Lama pembuatan harus antara 1 dan {ListingLimits.LongestLeadTime} hari.",
            $"Lead time must be between 1 and {ListingLimits.LongestLeadTime} days.", "leadTimeDays");

    /// <summary>What is longer than it may be is refused for that and not read: judging words costs with the square of
    /// them.</summary>
    private static bool IsTooLong(ProductDetails details) => details.Name.Length > ListingLimits.LongestName
        || details.PhotoIds.Count > ListingLimits.MostPhotos || details.Variants is { Count: > ListingLimits.MostVariants }
        || details.Variants?.Any(x => x.Name.Length > ListingLimits.LongestVariant) == true
        || Refusals.Of(DescriptionProblem(details), SizeProblem(details.Size), CareProblem(details.Care),
            PhotoDescriptionProblem(details)) is not null;

    private static Refusal? NameProblem(string name) =>
        name.Length is >= ListingLimits.ShortestName and <= ListingLimits.LongestName ? null
        : Refusal.Invalid("name_length",
            $"Nama produk harus {ListingLimits.ShortestName} sampai {ListingLimits.LongestName} huruf.",
            $"A product's name must have {ListingLimits.ShortestName} to {ListingLimits.LongestName} letters.", "name");

    private static Refusal? PriceProblem(Rupiah price) => ListingLimits.IsPrice(price) ? null
        : ListingLimits.PriceOutOfRange("price");

    private static Refusal? DescriptionProblem(ProductDetails details) =>
        details.Description.Length <= ListingLimits.LongestDescription ? null
        : Refusal.Invalid("description_length", "Keterangan paling panjang 4.000 huruf.",
            "The description has at most 4,000 letters.", "description");

    private static Refusal? MaterialProblem(ProductDetails details) => details.Materials.Count <= ListingLimits.MostMaterials
        && details.Materials.All(x => x.Length is >= 1 and <= ListingLimits.LongestMaterial) ? null
        : Refusal.Invalid("materials_length",
            $"Paling banyak {ListingLimits.MostMaterials} bahan, masing-masing 1 sampai {ListingLimits.LongestMaterial} huruf.",
            $"At most {ListingLimits.MostMaterials} materials of 1 to {ListingLimits.LongestMaterial} letters each.",
                "materials");

    private static Refusal? WeightProblem(ProductDetails details) =>
        details.WeightGrams is > 0 and <= ListingLimits.LargestWeight ? null
        : Refusal.Invalid("weight_out_of_range", "Berat harus antara 1 gram dan 50 kg.",
            "The weight must be between 1 gram and 50 kg.", "weightGrams");

    private static Refusal? SizeProblem(string? size) => (size?.Length ?? 0) <= ListingLimits.LongestSize ? null
        : Refusal.Invalid("size_length", $"Ukuran paling panjang {ListingLimits.LongestSize} huruf.",
            $"The size has at most {ListingLimits.LongestSize} letters.", "size");

    private static Refusal? CareProblem(string? care) => (care?.Length ?? 0) <= ListingLimits.LongestCare ? null
        : Refusal.Invalid("care_length", $"Cara merawat paling panjang {ListingLimits.LongestCare} huruf.",
            $"How to care for it has at most {ListingLimits.LongestCare} letters.", "care");

    private static Refusal? PhotoProblem(ProductDetails details, ArtisanId artisan, ListingFacts facts)
    {
        if (details.PhotoIds.Count > ListingLimits.MostPhotos)
            return Refusal.Invalid("too_many_photos", $"Paling banyak {ListingLimits.MostPhotos} foto.",
                $"At most {ListingLimits.MostPhotos} photos.", "photoIds");
        if (PhotoDescriptionProblem(details) is { } tooLong) return tooLong;
        return details.PhotoIds.All(x => facts.Photos.TryGetValue(x, out var photo) && photo.Owner == artisan) ? null
            : Refusal.Invalid("unknown_photo", "Foto ini tidak ada di antara foto Anda. Unggah sekali lagi.",
                "This photo is not among yours. Upload it again.", "photoIds");
    }

    private static Refusal? PhotoDescriptionProblem(ProductDetails details) =>
        details.PhotoDescriptions?.Values.Any(x => x.Length > ListingLimits.LongestPhotoDescription) != true ? null
        : Refusal.Invalid("photo_description_length",
            $"Keterangan satu foto paling panjang {ListingLimits.LongestPhotoDescription} huruf.",
            $"The description of a photo has at most {ListingLimits.LongestPhotoDescription} letters.", "photoIds");

    private static Refusal? ProvenanceProblem(Provenance? claimed, ListingFacts facts) => Refusals.Of(
        claimed?.MadeBy is { } maker && facts.Words?.MadeBy.All(x => x.Code != maker) == true
            ? Refusal.Invalid("unknown_maker_kind", "Pilih siapa pembuatnya dari daftar.", "Choose who makes it from the list.",
                "madeBy") : null,
        claimed?.Village is { } village && !Regions.MayBeVillage(village)
            ? Refusal.Invalid("unknown_village", "Pilih desa tempat barang dibuat.", "Choose the village where it is made.",
                "madeIn") : null,
        claimed?.Technique is null or { Length: >= ListingLimits.ShortestTechnique and <= ListingLimits.LongestTechnique } ? null
            : Refusal.Invalid("technique_length",
                $"Cara membuat ditulis dengan {ListingLimits.ShortestTechnique} sampai {ListingLimits.LongestTechnique} huruf.",
                $"Write the technique in {ListingLimits.ShortestTechnique} to {ListingLimits.LongestTechnique} letters.",
                    "technique"));

    private static Refusal? CategoryProblem(ListingFacts facts) => facts.Category is not null ? null
        : Refusal.Invalid("unknown_category", "Pilih jenis barang dari daftar.", "Choose a category from the list.", "category");
}

/// <summary>What a listing is checked against.</summary>
/// <param name="Class">The class of the category, with the rules of such goods.</param>
/// <param name="Trust">Whether changes of a product on sale may pass without a curator.</param>
/// <param name="Words">The words that provenance is told with.</param>
/// <param name="ByProductWords">Names of goods that belong into the class of by-products.</param>
public sealed record ListingFacts(IReadOnlyDictionary<PhotoId, Photo> Photos, Category? Category, SmokingWords Smoking,
    string MakerName,
    GoodsClass? Class = null, IReadOnlyList<string>? ByProductWords = null, TrustFacts? Trust = null,
    ProvenanceWords? Words = null);
