using CraftMarket.Media;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>A member leaves the group, and her products are her own brand's at once.</summary>
public sealed record LeaveGroup(GroupId GroupId, ArtisanId ArtisanId);

/// <summary>The leader takes a member out; the member's products are her own brand's at once.</summary>
public sealed record RemoveMember(GroupId GroupId, ArtisanId ArtisanId, ArtisanId MemberId);

/// <summary>A group and the products that one member has under its brand, all locked, and the group's pictures.</summary>
public sealed record Parting(IEventStream<MakerGroup> Group, IReadOnlyList<IEventStream<Product>> Products,
    ShopPictures? Pictures)
{
    /// <summary>The group first and the products in one order, as everybody locks them.</summary>
    internal static async Task<Parting> Of(IDocumentSession session, GroupId group, ArtisanId member,
        CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForExclusiveWriting<MakerGroup>(group.Value, cancellation);
        var products = new List<IEventStream<Product>>();
        foreach (var product in (await session.ProductsOf(member, cancellation)).Where(x => x.Group?.Id == group)
            .OrderBy(x => x.Id.Value))
            products.Add(await session.Events.FetchForExclusiveWriting<Product>(product.Id.Value, cancellation));
        return new(stream, products, await session.LoadAsync<ShopPictures>(group.Value, cancellation));
    }

    internal (IEnumerable<IMartenOp>, OutgoingMessages) End(ArtisanId member, object parted)
    {
        if (Group.Aggregate is not { } group || !group.Has(member)) return ([], []);
        var taken = new ProductTakenFromGroup();
        List<IMartenOp> ops =
        [
            Group.Append(parted), MartenOps.DeleteWhere<GroupMembership>(x => x.Id == member.Value),
            .. Products.Select(x => x.Append([taken, .. Offers.Changed(x.Aggregate!, x.Aggregate!.Apply(taken))])),
        ];
        var ends = group.Members.Count == 1;
        if (ends) ops.AddRange([MartenOps.DeleteWhere<GroupCode>(x => x.Id == group.Id.Value),
            MartenOps.DeleteWhere<ShopPictures>(x => x.Id == group.Id.Value)]);
        var products = Products.Select(x => x.Aggregate!.Apply(taken)).ToList();
        return (ops,
        [
            .. products.Where(x => x.Status == ProductStatus.Published).Select(x => new DrawShareCard(x.Id)),
            ends ? new DropPictures(Pictures?.Addresses ?? []) : new DrawGroup(group.Id),
        ]);
    }
}

public static class LeaveGroupHandler
{
    public static Task<Parting> LoadAsync(LeaveGroup command, IDocumentSession session, CancellationToken cancellation) =>
        Parting.Of(session, command.GroupId, command.ArtisanId, cancellation);

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(LeaveGroup command, Parting parting)
    {
        var (ops, told) = parting.End(command.ArtisanId, new GroupMemberLeft(command.ArtisanId));
        return (Done.Instance, ops, told);
    }
}

public static class RemoveMemberHandler
{
    public static Task<Parting> LoadAsync(RemoveMember command, IDocumentSession session, CancellationToken cancellation) =>
        Parting.Of(session, command.GroupId, command.MemberId, cancellation);

    public static Refusal? Validate(RemoveMember command, Parting parting)
    {
        if (parting.Group.Aggregate is not { } group || !group.Has(command.ArtisanId)) return Refusal.Missing();
        return group.Leader == command.ArtisanId ? null : GroupRefusals.NotTheLeader;
    }

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(RemoveMember command, Parting parting)
    {
        object parted = command.MemberId == command.ArtisanId ? new GroupMemberLeft(command.MemberId)
            : new GroupMemberRemoved(command.MemberId);
        var (ops, told) = parting.End(command.MemberId, parted);
        return (Done.Instance, ops, told);
    }
}

/// <summary>Whoever was erased is in no group any more.</summary>
public static class LeaveWhenClosedHandler
{
    public static async Task<Parting?> LoadAsync(CloseShop command, IDocumentSession session, CancellationToken cancellation) =>
        await session.LoadAsync<GroupMembership>(command.ArtisanId.Value, cancellation) is { } membership
            ? await Parting.Of(session, membership.GroupId, command.ArtisanId, cancellation)
            : null;

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(CloseShop command, Parting? parting) =>
        parting?.End(command.ArtisanId, new GroupMemberLeft(command.ArtisanId)) ?? ([], []);
}
