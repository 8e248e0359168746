using System.Text.RegularExpressions;
using CraftMarket.Kernel.Facts;
using CraftMarket.Media;

namespace CraftMarket.Catalogue;

/// <summary>What a brand must and must not say.</summary>
internal static partial class BrandRules
{
    public static Refusal? Problem(ChangeBrand brand, Photo? logo)
    {
        if (brand.Name.Length is < 2 or > 60)
            return Refusal.Invalid("name_length", "Nama merek harus 2 sampai 60 huruf.", "A brand's name must have 2 to 60 letters.", "name");
        if (brand.Story.Length > 2_000 || brand.StoryEnglish?.Length > 2_000)
            return Refusal.Invalid("story_length", "Cerita paling panjang 2.000 huruf.", "The story has at most 2,000 letters.",
                brand.Story.Length > 2_000 ? "story" : "storyEnglish");
        if (!Colour().IsMatch(brand.Colour) || (brand.Accent is { Length: > 0 } accent && !Colour().IsMatch(accent)))
            return Refusal.Invalid("colour_unknown", "Warna ditulis seperti #8a5a2b.", "Write the colour like #8a5a2b.",
                Colour().IsMatch(brand.Colour) ? "accent" : "colour");
        if (brand.Tagline?.Length > 80)
            return Refusal.Invalid("tagline_length", "Slogan paling panjang 80 huruf.", "The tagline has at most 80 letters.", "tagline");
        if (brand.CareNote?.Length > 160)
            return Refusal.Invalid("care_length", "Petunjuk perawatan paling panjang 160 huruf, supaya muat di label.",
                "The care note has at most 160 letters, so that it fits on a label.", "careNote");
        return brand.Logo is null || logo?.Owner == brand.ArtisanId ? null
            : Refusal.Invalid("unknown_photo", "Foto ini tidak ada di antara foto Anda. Unggah sekali lagi.",
                "This photo is not among yours. Upload it again.", "logoPhotoId");
    }

    /// <summary>The brand as the other rooms hear of it.</summary>
    public static BrandShown Shown(this Maker maker, Photo? logo) =>
        new(maker.ArtisanId, maker.BrandVersion, maker.ShownName, maker.Colour, logo?.Renditions is [var small, ..] ? small.Url : null);

    /// <summary>The event that would lead to the brand as it is.</summary>
    public static BrandChanged AsChanged(this Maker maker) => new(maker.ArtisanId, maker.Name ?? "", maker.Story ?? "", maker.Colour ?? "",
        maker.Logo, maker.StoryEnglish, maker.Accent, maker.Tagline, maker.CareNote);

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Colour();
}
