using CraftMarket.Media;

namespace CraftMarket.Catalogue;

/// <summary>What a listing must and must not say; the same for a new one and a changed one.</summary>
internal static class ListingRules
{
    public static Refusal? Problem(ProductDetails details, Rupiah price, ArtisanId artisan, ListingFacts facts) =>
        NameProblem(details.Name) ?? PriceProblem(price) ?? TextProblem(details) ?? PhotoProblem(details, artisan, facts)
        ?? CategoryProblem(facts) ?? ProvenanceProblem(details.Provenance, facts) ?? SmokingRules.Problem(details, facts);

    public static readonly Refusal StockOrLeadTime = Refusal.Invalid("stock_or_lead_time", "Isi stok, atau lama pembuatan bila dibuat setelah dipesan; salah satu saja.",
        "Give the stock, or the lead time when made to order; exactly one of them.", "stock");

    public static Refusal? SupplyProblem(int? stock, int? leadTimeDays)
    {
        if (stock is null == leadTimeDays is null) return StockOrLeadTime;
        if (stock is < 0 or > 100_000)
            return Refusal.Invalid("stock_out_of_range", "Stok harus antara 0 dan 100.000.", "Stock must be between 0 and 100,000.", "stock");
        return leadTimeDays is { } days ? LeadTimeProblem(days) : null;
    }

    public static Refusal? LeadTimeProblem(int days) => days is >= 1 and <= 365 ? null
        : Refusal.Invalid("lead_time_out_of_range", "Lama pembuatan harus antara 1 dan 365 hari.", "Lead time must be between 1 and 365 days.", "leadTimeDays");

    private static Refusal? NameProblem(string name) => name.Length is >= 3 and <= 100 ? null
        : Refusal.Invalid("name_length", "Nama produk harus 3 sampai 100 huruf.", "A product's name must have 3 to 100 letters.", "name");

    private static Refusal? PriceProblem(Rupiah price) => price.Amount is > 0 and <= 1_000_000_000 ? null
        : Refusal.Invalid("price_out_of_range", "Harga harus lebih dari Rp0 dan paling banyak Rp1.000.000.000.",
            "The price must be above Rp0 and at most Rp1.000.000.000.", "price");

    private static Refusal? TextProblem(ProductDetails details)
    {
        if (details.Description.Length > 4_000)
            return Refusal.Invalid("description_length", "Keterangan paling panjang 4.000 huruf.", "The description has at most 4,000 letters.", "description");
        if (details.Materials.Count > 10 || details.Materials.Any(x => x.Length is 0 or > 40))
            return Refusal.Invalid("materials_length", "Paling banyak 10 bahan, masing-masing 1 sampai 40 huruf.",
                "At most 10 materials of 1 to 40 letters each.", "materials");
        if (details.Size?.Length > 80)
            return Refusal.Invalid("size_length", "Ukuran paling panjang 80 huruf.", "The size has at most 80 letters.", "size");
        if (details.Care?.Length > 300)
            return Refusal.Invalid("care_length", "Cara merawat paling panjang 300 huruf.", "How to care for it has at most 300 letters.", "care");
        return details.WeightGrams is > 0 and <= 50_000 ? null
            : Refusal.Invalid("weight_out_of_range", "Berat harus antara 1 gram dan 50 kg.", "The weight must be between 1 gram and 50 kg.", "weightGrams");
    }

    private static Refusal? PhotoProblem(ProductDetails details, ArtisanId artisan, ListingFacts facts)
    {
        if (details.PhotoIds.Count > 8)
            return Refusal.Invalid("too_many_photos", "Paling banyak 8 foto.", "At most 8 photos.", "photoIds");
        if (details.PhotoDescriptions?.Values.Any(x => x.Length > 200) == true)
            return Refusal.Invalid("photo_description_length", "Keterangan satu foto paling panjang 200 huruf.", "The description of a photo has at most 200 letters.", "photoIds");
        return details.PhotoIds.All(x => facts.Photos.TryGetValue(x, out var photo) && photo.Owner == artisan) ? null
            : Refusal.Invalid("unknown_photo", "Foto ini tidak ada di antara foto Anda. Unggah sekali lagi.",
                "This photo is not among yours. Upload it again.", "photoIds");
    }

    private static Refusal? ProvenanceProblem(Provenance? claimed, ListingFacts facts)
    {
        if (claimed?.MadeBy is { } maker && facts.Words?.MadeBy.All(x => x.Code != maker) == true)
            return Refusal.Invalid("unknown_maker_kind", "Pilih siapa pembuatnya dari daftar.", "Choose who makes it from the list.", "madeBy");
        if (claimed?.Village is { } village && !Regions.MayBeVillage(village))
            return Refusal.Invalid("unknown_village", "Pilih desa tempat barang dibuat.", "Choose the village where it is made.", "madeIn");
        return claimed?.Technique is null or { Length: >= 3 and <= 60 } ? null
            : Refusal.Invalid("technique_length", "Cara membuat ditulis dengan 3 sampai 60 huruf.", "Write the technique in 3 to 60 letters.", "technique");
    }

    private static Refusal? CategoryProblem(ListingFacts facts) => facts.Category is not null ? null
        : Refusal.Invalid("unknown_category", "Pilih jenis barang dari daftar.", "Choose a category from the list.", "category");
}

/// <summary>What a listing is checked against.</summary>
/// <param name="Class">The class of the category, with the rules of such goods.</param>
/// <param name="Trust">Whether changes of a product on sale may pass without a curator.</param>
/// <param name="Words">The words that provenance is told with.</param>
/// <param name="ByProductWords">Names of goods that belong into the class of by-products.</param>
public sealed record ListingFacts(IReadOnlyDictionary<PhotoId, Photo> Photos, Category? Category, SmokingWords Smoking, string MakerName,
    GoodsClass? Class = null, IReadOnlyList<string>? ByProductWords = null, TrustFacts? Trust = null, ProvenanceWords? Words = null);
