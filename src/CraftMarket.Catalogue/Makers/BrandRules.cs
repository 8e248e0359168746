using System.Text.RegularExpressions;
using CraftMarket.Kernel.Facts;
using CraftMarket.Media;

namespace CraftMarket.Catalogue;

/// <summary>The next version of a brand, and the address of its page from then on.</summary>
internal sealed record BrandStep(BrandChanged Changed, string Address);

/// <summary>What a brand must and must not say, be it an artisan's or a group's.</summary>
public static partial class BrandRules
{
    public const int ShortestName = 2, LongestName = 60, LongestStory = 2_000, LongestTagline = 80, LongestCareNote = 160;

    /// <summary>What is wrong with the words and colours, whatever the logo.</summary>
    public static Refusal? WhyNotFor(ChangeBrand brand) => Problem(brand with { Logo = null }, null);

    /// <param name="now">The brand as it is: a logo that it has may stay, whoever of a group sent the photo.</param>
    internal static Refusal? Problem(ChangeBrand brand, Photo? logo, BrandKit? now = null) => Refusals.Of(
        NameProblem(brand.Name), StoryProblem(brand.Story, "story"), StoryProblem(brand.StoryEnglish, "storyEnglish"),
        ColourProblem(brand.Colour, "colour"), brand.Accent is { Length: > 0 } accent ? ColourProblem(accent, "accent") : null,
        brand.Tagline?.Length > LongestTagline
            ? Refusal.Invalid("tagline_length", $"Slogan paling panjang {LongestTagline} huruf.",
                $"The tagline has at most {LongestTagline} letters.", "tagline") : null,
        brand.CareNote?.Length > LongestCareNote
            ? Refusal.Invalid("care_length", $"Petunjuk perawatan paling panjang {LongestCareNote} huruf, supaya muat di label.",
                $"The care note has at most {LongestCareNote} letters, so that it fits on a label.", "careNote") : null,
        brand.Logo is null || brand.Logo == now?.Logo || logo?.Owner == brand.ArtisanId ? null
            : Refusal.Invalid("unknown_photo", "Foto ini tidak ada di antara foto Anda. Unggah sekali lagi.",
                "This photo is not among yours. Upload it again.", "logoPhotoId"));

    internal static Refusal? NameProblem(string name) => name.Length is >= ShortestName and <= LongestName ? null
        : Refusal.Invalid("name_length", $"Nama merek harus {ShortestName} sampai {LongestName} huruf.",
            $"A brand's name must have {ShortestName} to {LongestName} letters.", "name");

    private static Refusal? StoryProblem(string? story, string field) => (story?.Length ?? 0) <= LongestStory ? null
        : Refusal.Invalid("story_length", "Cerita paling panjang 2.000 huruf.", "The story has at most 2,000 letters.", field);

    internal static Refusal? ColourProblem(string colour, string field) => Colour().IsMatch(colour) ? null
        : Refusal.Invalid("colour_unknown", "Warna ditulis seperti #8a5a2b.", "Write the colour like #8a5a2b.", field);

    /// <summary>What the brand becomes; null when it stays as it is.</summary>
    /// <param name="choose">Finds an address, for a brand with another name than before.</param>
    internal static BrandStep? Step(ChangeBrand command, BrandKit? now, Func<string> choose)
    {
        var changed = command.After(now);
        if (now is { Name: not null } && changed == now.AsChanged(command.ArtisanId)) return null;
        return new(changed, now is { Slug: { } kept } && now.Name == changed.Name ? kept : choose());
    }

    /// <summary>The brand as others read of it.</summary>
    internal static BrandShown Shown(this Maker maker, Photo? logo) =>
        new(maker.ArtisanId, maker.BrandVersion, maker.ShownName, maker.Colour, SmallestOf(logo), maker.Closed);

    /// <summary>Address of the smallest picture; null while there is none.</summary>
    internal static string? SmallestOf(Photo? logo) => logo?.Renditions is [var small, ..] ? small.Url : null;

    [GeneratedRegex(@"^#[0-9a-fA-F]{6}\z")]
    private static partial Regex Colour();
}
