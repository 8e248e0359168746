using CraftMarket.Kernel.Facts;
using JasperFx;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>A group's brand as Catalogue told it last.</summary>
public sealed record GroupBrand(GroupId Id, int Version, string Name, string? Colour, string? Logo)
{
    /// <summary>What the database finds it by (decision 0015).</summary>
    [Identity]
    public Guid Uuid => Id.Value;

    public bool IsOlderThan(GroupBrandShown fact) => MakerBrand.IsOlder(Version, Logo, fact.Version, fact.Logo);

    /// <summary>As it is written into an order, for a seller whose goods were sold under it.</summary>
    public BrandAtSale AtSale(ArtisanId seller) => new(seller, Version, Name, Colour, Logo, Id);
}

/// <summary>Keeps the newest brand of a group; one that comes late changes nothing.</summary>
public static class KeepGroupBrandHandler
{
    public static Task<GroupBrand?> LoadAsync(GroupBrandShown fact, IQuerySession session, CancellationToken cancellation) =>
        session.LoadAsync<GroupBrand>(fact.GroupId.Value, cancellation);

    public static IMartenOp Handle(GroupBrandShown fact, GroupBrand? known) => known?.IsOlderThan(fact) ?? true
        ? MartenOps.Store(new GroupBrand(fact.GroupId, fact.Version, fact.Name, fact.Colour, fact.Logo))
        : MartenOps.Nothing();
}
