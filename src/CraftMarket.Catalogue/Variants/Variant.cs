namespace CraftMarket.Catalogue;

/// <summary>A size or colour in which a product is sold.</summary>
/// <param name="Size">In the artisan's words; null where only the colour differs.</param>
/// <param name="Colour">In the artisan's words; null where only the size differs.</param>
public sealed record Variant(VariantId Id, string? Size, string? Colour)
{
    /// <summary>As buyers read it: <c>Merah, besar</c>.</summary>
    public string Name => NameOf(Size, Colour);

    internal bool Is(WantedVariant wanted) => string.Equals(Name, wanted.Name, StringComparison.OrdinalIgnoreCase);

    internal static string NameOf(string? size, string? colour) => string.Join(", ", new[] { colour, size }.OfType<string>());
}

/// <summary>A size or colour as the artisan writes it down.</summary>
/// <param name="Price">Null when it costs what the product costs.</param>
/// <param name="Stock">Pieces at hand; null when made to order, and to leave the count as it is.</param>
public sealed record WantedVariant(string? Size, string? Colour, Rupiah? Price, int? Stock)
{
    public string Name => Variant.NameOf(Size, Colour);
}

/// <summary>A size or colour of a product with its price.</summary>
/// <param name="OwnPrice">Null when it costs what the product costs.</param>
public sealed record ProductVariant(Variant Variant, Rupiah? OwnPrice)
{
    public VariantId Id => Variant.Id;
}
