using System.Text.Json.Serialization;
using JasperFx;

namespace CraftMarket.Ordering;

/// <summary>A maker's brand.</summary>
/// <param name="Closed">The maker was erased.</param>
public sealed record MakerBrand(ArtisanId Id, int Version, string Name, string? Colour, string? Logo,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Closed = false)
{
    /// <summary>What the database finds it by (decision 0015).</summary>
    [Identity]
    public Guid Uuid => Id.Value;

    /// <summary>As it is written into an order.</summary>
    public BrandAtSale AtSale => new(Id, Version, Name, Colour, Logo);
}

/// <summary>The brand under which a part of an order was sold; it stays what it was on that day.</summary>
/// <param name="ArtisanId">The seller.</param>
/// <param name="GroupId">The group whose brand it is; null when it is the seller's own.</param>
public sealed record BrandAtSale(ArtisanId ArtisanId, int Version, string Name, string? Colour, string? Logo,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] GroupId? GroupId = null);
