using CraftMarket.Kernel.Facts;
using JasperFx.Events;

namespace CraftMarket.Catalogue;

/// <summary>An artisan was welcomed and makes goods in a village.</summary>
public sealed record MakerWelcomed(ArtisanId ArtisanId, RegionCode Village);

/// <summary>An artisan gave the brand a name, a story, a colour and perhaps a logo: the next version of the brand.</summary>
/// <param name="Accent">A second colour beside the first, <c>#rrggbb</c>.</param>
/// <param name="Tagline">A few words under the name.</param>
/// <param name="CareNote">How to look after the goods; printed on their labels.</param>
public sealed record BrandChanged(ArtisanId ArtisanId, string Name, string Story, string Colour, PhotoId? Logo,
    string? StoryEnglish = null, string? Accent = null, string? Tagline = null, string? CareNote = null);

/// <summary>The maker's shop got the name that it has in its address from now on.</summary>
public sealed record ShopAddressGiven(string Slug);

/// <summary>A curator named the maker as one whose goods may be shown at once.</summary>
public sealed record MakerTrusted(DateTimeOffset At);

/// <summary>A curator took that back.</summary>
public sealed record MakerTrustEnded(DateTimeOffset At);

/// <summary>The maker was erased as a person: the shop is closed for good, and story, tagline, care note and logo are shown no
/// more.</summary>
public sealed record ShopClosed(DateTimeOffset At);

/// <summary>The maker took back the consent to be shown: the shop is closed until it is given again.</summary>
public sealed record ShopPaused(DateTimeOffset At);

/// <summary>The consent was given again, and the shop is open as before.</summary>
public sealed record ShopReopened(DateTimeOffset At);

/// <summary>An artisan as buyers know them: a brand and a village. Earlier versions of the brand stay in the stream.</summary>
/// <param name="Name">The brand's name; null until the artisan gives one.</param>
/// <param name="Colour">The brand's colour, <c>#rrggbb</c>.</param>
/// <param name="Trusted">A curator named the maker, so the rule for trusted makers may let goods pass.</param>
public sealed record Maker(Guid Id, ArtisanId ArtisanId, RegionCode? Village, string? Name, string? Story, string? Colour,
    PhotoId? Logo, bool Trusted = false)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_maker";

    /// <summary>Shown while neither brand nor village is known.</summary>
    public const string Unnamed = "Perajin";

    public string? StoryEnglish { get; init; }
    public string? Accent { get; init; }
    public string? Tagline { get; init; }
    public string? CareNote { get; init; }

    /// <summary>The shop's name in its address; null until the brand has a name.</summary>
    public string? Slug { get; init; }

    /// <summary>The maker was erased; nothing is sold under the brand any more.</summary>
    public bool Closed { get; init; }

    /// <summary>Closed for the time being, by the maker's own word; nothing of it is shown meanwhile.</summary>
    public bool Paused { get; init; }

    /// <summary>Which version of the brand this is; 0 before the first.</summary>
    public int BrandVersion { get; init; }

    public static Maker Create(IEvent<MakerWelcomed> e) =>
        new(e.StreamId, e.Data.ArtisanId, e.Data.Village, null, null, null, null);

    public static Maker Create(IEvent<BrandChanged> e) =>
        new Maker(e.StreamId, e.Data.ArtisanId, null, null, null, null, null).Apply(e.Data);

    public Maker Apply(MakerWelcomed e) => this with { Village = e.Village };

    public Maker Apply(BrandChanged e) => this with
    {
        Name = e.Name,
        Story = e.Story,
        Colour = e.Colour,
        Logo = e.Logo,
        StoryEnglish = e.StoryEnglish,
        Accent = e.Accent,
        Tagline = e.Tagline,
        CareNote = e.CareNote,
        BrandVersion = BrandVersion + 1,
    };

    /// <summary>Said by what went before it; it is for those who sell under the brand.</summary>
    public Maker Apply(BrandShown _) => this;

    public Maker Apply(ShopAddressGiven e) => this with { Slug = e.Slug };

    public Maker Apply(ShopClosed e) => this with
    {
        Story = null,
        StoryEnglish = null,
        Tagline = null,
        CareNote = null,
        Logo = null,
        Closed = true,
        BrandVersion = BrandVersion + 1,
    };

    public Maker Apply(ShopPaused e) => this with { Paused = true };

    public Maker Apply(ShopReopened e) => this with { Paused = false };

    public Maker Apply(MakerTrusted e) => this with { Trusted = true };

    public Maker Apply(MakerTrustEnded e) => this with { Trusted = false };

    /// <summary>The brand by itself.</summary>
    public BrandKit Kit => new(Name, Story, Colour, Logo, StoryEnglish, Accent, Tagline, CareNote, Slug, BrandVersion);

    /// <summary>The brand's name, or the village's makers. Never the person's own name.</summary>
    public string ShownName => Name ?? (Village is { } village ? $"{Unnamed} {Regions.NameOf(village)}" : Unnamed);

    /// <summary>A stream of its own beside what other rooms keep under the artisan's id.</summary>
    public static Guid StreamOf(ArtisanId artisan) => StreamId.For("maker", artisan.Value.ToString());
}
