namespace CraftMarket.Catalogue;

/// <summary>What a brand says and how it looks: an artisan's, or that of a group of artisans.</summary>
/// <param name="Name">Null until one is given.</param>
/// <param name="Colour">The brand's colour, <c>#rrggbb</c>.</param>
/// <param name="Slug">The name in the address of its page; null until the brand has a name.</param>
/// <param name="Version">Which version of the brand this is; 0 before the first.</param>
public sealed record BrandKit(string? Name, string? Story, string? Colour, PhotoId? Logo, string? StoryEnglish, string? Accent,
    string? Tagline, string? CareNote, string? Slug, int Version)
{
    /// <summary>Of somebody who has said nothing yet but perhaps a name.</summary>
    public static BrandKit Named(string? name, string? slug = null) =>
        new(name, null, null, null, null, null, null, null, slug, 0);

    public BrandKit Apply(BrandChanged e) =>
        new(e.Name, e.Story, e.Colour, e.Logo, e.StoryEnglish, e.Accent, e.Tagline, e.CareNote, Slug, Version + 1);

    public string? StoryIn(string language) => language == "en" ? StoryEnglish ?? Story : Story;

    /// <summary>What would have to be said to make it what it is.</summary>
    internal BrandChanged AsChanged(ArtisanId by) =>
        new(by, Name ?? "", Story ?? "", Colour ?? "", Logo, StoryEnglish, Accent, Tagline, CareNote);
}
