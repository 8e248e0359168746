using System.Text.RegularExpressions;
using CraftMarket.Kernel.Facts;
using CraftMarket.Media;

namespace CraftMarket.Catalogue;

/// <summary>The next version of a brand, and the address of its page from then on.</summary>
internal sealed record BrandStep(BrandChanged Changed, string Address);

/// <summary>What a brand must and must not say, be it an artisan's or a group's.</summary>
internal static partial class BrandRules
{
    /// <param name="now">The brand as it is: a logo that it has may stay, whoever of a group sent the photo.</param>
    public static Refusal? Problem(ChangeBrand brand, Photo? logo, BrandKit? now = null)
    {
        if (NameProblem(brand.Name) is { } nameless) return nameless;
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
        return brand.Logo is null || brand.Logo == now?.Logo || logo?.Owner == brand.ArtisanId ? null
            : Refusal.Invalid("unknown_photo", "Foto ini tidak ada di antara foto Anda. Unggah sekali lagi.",
                "This photo is not among yours. Upload it again.", "logoPhotoId");
    }

    public static Refusal? NameProblem(string name) => name.Length is >= 2 and <= 60 ? null
        : Refusal.Invalid("name_length", "Nama merek harus 2 sampai 60 huruf.", "A brand's name must have 2 to 60 letters.", "name");

    /// <summary>What the brand becomes; null when it stays as it is.</summary>
    /// <param name="choose">Finds an address, for a brand with another name than before.</param>
    public static BrandStep? Step(ChangeBrand command, BrandKit? now, Func<string> choose)
    {
        var changed = command.After(now);
        if (now is { Name: not null } && changed == now.AsChanged(command.ArtisanId)) return null;
        return new(changed, now is { Slug: { } kept } && now.Name == changed.Name ? kept : choose());
    }

    /// <summary>The brand as the other rooms hear of it.</summary>
    public static BrandShown Shown(this Maker maker, Photo? logo) =>
        new(maker.ArtisanId, maker.BrandVersion, maker.ShownName, maker.Colour, SmallestOf(logo), maker.Closed);

    /// <summary>Address of the smallest picture; null while there is none.</summary>
    public static string? SmallestOf(Photo? logo) => logo?.Renditions is [var small, ..] ? small.Url : null;

    [GeneratedRegex(@"^#[0-9a-fA-F]{6}\z")]
    private static partial Regex Colour();
}
