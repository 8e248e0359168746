using CraftMarket.Catalogue;
using CraftMarket.Media;

namespace CraftMarket.Web.Brands;

/// <summary>A label as a page shows it, in millimetres.</summary>
/// <param name="Logo">Address of the brand's logo; null to show its first letters.</param>
/// <param name="Mark">The village mark while these goods may bear it.</param>
public sealed record LabelView(Label Label, LabelShape Shape, string? Logo, VillageMark? Mark)
{
    private readonly QrSquare _code = QrSquare.Of(Label.Address);

    public string Kind => Shape == LabelShape.Tag ? "tag-label" : "sticker-label";

    /// <summary>What is so long that it is written smaller.</summary>
    public string Lengths => string.Join(' ', new[]
    {
        Label.Name.Length switch { > 40 => "longest-name", > 30 => "long-name", _ => null }, Label.Materials.Length > 60
            ? "long-material" : null, Label.Care?.Length > 80 ? "long-care" : null,
        Label.Maker.Name.Length > 24 ? "long-maker" : null, Label.Maker.Under?.Length > 40 ? "long-tagline" : null,
        Label.Price.Length switch { > 12 => "longest-price", > 9 => "long-price", _ => null },
    }.OfType<string>());

    public Tint Ground => Tint.Of(Label.Maker.Colour);

    public Tint Accent => Label.Maker.AccentTint;

    /// <summary>Whether the words on the brand's colour are white or dark.</summary>
    public string Over => Ground.Over == Tint.White ? "over-dark" : "over-pale";

    /// <summary>Address of the mark's logo; null to write its name.</summary>
    public string? Seal => Mark?.Logo is { Count: > 0 } sizes ? sizes[0].Url : null;

    public int CodeSize => _code.Size;

    public string CodePath => _code.Path;
}
