using CraftMarket.Catalogue;
using CraftMarket.Web.Pages;

namespace CraftMarket.Web.Curation;

/// <summary>What curators read: fields, claims, decisions and rules in plain words.</summary>
internal static class CurationWords
{
    public static string Field(string field, Say say) => field switch
    {
        "name" => say("Nama", "Name"),
        "description" => say("Keterangan", "Description"),
        "price" => say("Harga", "Price"),
        "variants" => say("Pilihan", "Sizes and colours"),
        FieldChange.OfPhoto => say("Keterangan foto", "Description of a photo"),
        "leadTimeDays" => say("Lama pembuatan (hari)", "Lead time (days)"),
        "category" => say("Jenis barang", "Kind of goods"),
        "materials" or Claims.Material => say("Bahan", "Material"),
        "size" => say("Ukuran", "Size"),
        "care" => say("Perawatan", "Care"),
        "weightGrams" => say("Berat", "Weight"),
        Claims.MadeBy => say("Dibuat oleh", "Made by"),
        Claims.Place => say("Dibuat di", "Made in"),
        Claims.Technique => say("Cara membuat", "Technique"),
        _ => field,
    };

    /// <summary>A value as people say it: codes of provenance and villages by their names.</summary>
    public static string Value(string field, string? value, ProvenanceWords words, string language) => value is null ? "–"
        : field switch
        {
            Claims.MadeBy => words.NameOf(ProvenanceWord.MadeBy, value, language),
            Claims.Technique => words.NameOf(ProvenanceWord.Technique, value, language),
            Claims.Place => RegionCode.TryParse(value, out var village) ? Regions.NameOf(village) : value,
            _ => value,
        };

    public static (string Word, string Kind) Decision(CurationVerdict verdict, Say say) => verdict.Decision switch
    {
        CurationVerdict.Returned => (say("Dikembalikan", "Returned"), "bad"),
        CurationVerdict.Rechecked => (say("Perubahan disetujui", "Changes approved"), "good"),
        _ => (say("Disetujui", "Approved"), "good"),
    };

    public static string Rule(AppliedRule rule, Say say) => rule.Code == "named_maker"
        ? say($"Lewat aturan: perajin yang ditunjuk kurator, harga sampai {rule.PriceCeiling}",
            $"By rule: a maker named by a curator, price up to {rule.PriceCeiling}")
        : say($"Lewat aturan: {rule.ApprovedInARow} kali disetujui berturut-turut, harga sampai {rule.PriceCeiling}",
            $"By rule: approved {rule.ApprovedInARow} times in a row, price up to {rule.PriceCeiling}");

    public static string Days(double? days, string language) => days is not { } known ? "–"
        : known.ToString("0.#", System.Globalization.CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "id-ID"));
}
