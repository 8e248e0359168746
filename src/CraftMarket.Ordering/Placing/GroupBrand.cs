using JasperFx;

namespace CraftMarket.Ordering;

/// <summary>A group's brand.</summary>
public sealed record GroupBrand(GroupId Id, int Version, string Name, string? Colour, string? Logo)
{
    /// <summary>What the database finds it by (decision 0015).</summary>
    [Identity]
    public Guid Uuid => Id.Value;

    /// <summary>As it is written into an order, for a seller whose goods were sold under it.</summary>
    public BrandAtSale AtSale(ArtisanId seller) => new(seller, Version, Name, Colour, Logo, Id);
}
