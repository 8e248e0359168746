using JasperFx.Events;

namespace CraftMarket.Catalogue;

/// <summary>An artisan was welcomed and makes goods in a village.</summary>
public sealed record MakerWelcomed(ArtisanId ArtisanId, RegionCode Village);

/// <summary>An artisan gave the brand a name, a story, a colour and perhaps a logo.</summary>
public sealed record BrandChanged(ArtisanId ArtisanId, string Name, string Story, string Colour, PhotoId? Logo);

/// <summary>An artisan as buyers know them: a brand and a village. Earlier versions of the brand stay in the stream.</summary>
/// <param name="Name">The brand's name; null until the artisan gives one.</param>
/// <param name="Colour">The brand's colour, <c>#rrggbb</c>.</param>
public sealed record Maker(Guid Id, ArtisanId ArtisanId, RegionCode? Village, string? Name, string? Story, string? Colour, PhotoId? Logo)
{
    /// <summary>Shown while neither brand nor village is known.</summary>
    public const string Unnamed = "Perajin";

    public static Maker Create(IEvent<MakerWelcomed> e) => new(e.StreamId, e.Data.ArtisanId, e.Data.Village, null, null, null, null);

    public static Maker Create(IEvent<BrandChanged> e) =>
        new(e.StreamId, e.Data.ArtisanId, null, e.Data.Name, e.Data.Story, e.Data.Colour, e.Data.Logo);

    public Maker Apply(MakerWelcomed e) => this with { Village = e.Village };

    public Maker Apply(BrandChanged e) => this with { Name = e.Name, Story = e.Story, Colour = e.Colour, Logo = e.Logo };

    /// <summary>The brand's name, or the village's makers. Never the person's own name.</summary>
    public string ShownName => Name ?? (Village is { } village ? $"{Unnamed} {Regions.NameOf(village)}" : Unnamed);

    /// <summary>A stream of its own beside what other rooms keep under the artisan's id.</summary>
    public static Guid StreamOf(ArtisanId artisan) => NewId.For("maker", artisan.Value.ToString());
}
