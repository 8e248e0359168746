using System.Text.Json.Serialization;
using CraftMarket.Kernel.Facts;
using JasperFx;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>A maker's brand as Catalogue told it last.</summary>
/// <param name="Closed">The maker was erased.</param>
public sealed record MakerBrand(ArtisanId Id, int Version, string Name, string? Colour, string? Logo,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Closed = false)
{
    /// <summary>What the database finds it by (decision 0015).</summary>
    [Identity]
    public Guid Uuid => Id.Value;

    public bool IsOlderThan(BrandShown fact) => IsOlder(Version, Logo, fact.Version, fact.Logo);

    /// <summary>Of any brand: the same version again is news only when its logo has become ready.</summary>
    internal static bool IsOlder(int known, string? knownLogo, int told, string? toldLogo) =>
        known < told || (known == told && knownLogo is null && toldLogo is not null);

    /// <summary>As it is written into an order.</summary>
    public BrandAtSale AtSale => new(Id, Version, Name, Colour, Logo);
}

/// <summary>The brand under which a part of an order was sold; it stays what it was on that day.</summary>
/// <param name="ArtisanId">The seller.</param>
/// <param name="GroupId">The group whose brand it is; null when it is the seller's own.</param>
public sealed record BrandAtSale(ArtisanId ArtisanId, int Version, string Name, string? Colour, string? Logo,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] GroupId? GroupId = null);

/// <summary>Keeps the newest brand of a maker; one that comes late changes nothing.</summary>
public static class KeepBrandHandler
{
    public static Task<MakerBrand?> LoadAsync(BrandShown fact, IQuerySession session, CancellationToken cancellation) =>
        session.LoadAsync<MakerBrand>(fact.ArtisanId.Value, cancellation);

    public static IMartenOp Handle(BrandShown fact, MakerBrand? known) => known?.IsOlderThan(fact) ?? true
        ? MartenOps.Store(new MakerBrand(fact.ArtisanId, fact.Version, fact.Name, fact.Colour, fact.Logo, fact.Closed))
        : MartenOps.Nothing();
}
