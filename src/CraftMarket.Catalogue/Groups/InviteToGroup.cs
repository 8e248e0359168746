using JasperFx.Events;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>The leader asks another artisan of the village to join.</summary>
/// <param name="Shop">The name in the address of that artisan's shop.</param>
public sealed record InviteToGroup(GroupId GroupId, ArtisanId ArtisanId, string Shop);

/// <summary>The group and the artisan whom a shop's address leads to.</summary>
public sealed record GroupInvitation(IEventStream<MakerGroup> Group, Maker? Invited);

public static class InviteToGroupHandler
{
    public static async Task<GroupInvitation> LoadAsync(InviteToGroup command, IDocumentSession session,
        CancellationToken cancellation)
    {
        var group = await session.Events.FetchForExclusiveWriting<MakerGroup>(command.GroupId.Value, cancellation);
        var address = await session.LoadAsync<ShopAddress>(command.Shop, cancellation);
        return new(group, address is null ? null : await session.LoadAsync<Maker>(Maker.StreamOf(address.ArtisanId),
            cancellation));
    }

    public static Refusal? Validate(InviteToGroup command, GroupInvitation facts)
    {
        if (facts.Group.Aggregate is not { } group || !group.Has(command.ArtisanId)) return Refusal.Missing();
        if (group.Leader != command.ArtisanId) return GroupRefusals.NotTheLeader;
        if (facts.Invited is not { Closed: false } invited) return GroupRefusals.UnknownShop;
        return invited.Village == group.Village ? null : GroupRefusals.OtherVillage("shop");
    }

    public static (Answer, IMartenOp) Handle(InviteToGroup command, GroupInvitation facts)
    {
        var (group, invited) = (facts.Group.Aggregate!, facts.Invited!.ArtisanId);
        return (Done.Instance, group.Has(invited) || group.Invited.Contains(invited) ? MartenOps.Nothing()
            : facts.Group.Append(new GroupMemberInvited(invited)));
    }
}

/// <summary>An artisan who was asked to join does not want to.</summary>
public sealed record DeclineGroup(GroupId GroupId, ArtisanId ArtisanId);

public static class DeclineGroupHandler
{
    public static Task<IEventStream<MakerGroup>> LoadAsync(DeclineGroup command, IDocumentSession session,
        CancellationToken cancellation) =>
        session.Events.FetchForExclusiveWriting<MakerGroup>(command.GroupId.Value, cancellation);

    public static (Answer, IMartenOp) Handle(DeclineGroup command, IEventStream<MakerGroup> group) => (Done.Instance,
        group.Aggregate?.Invited.Contains(command.ArtisanId) == true
            ? group.Append(new GroupInvitationDeclined(command.ArtisanId))
            : MartenOps.Nothing());
}

/// <summary>The leader has a new code to join by; the old one leads nowhere from now on.</summary>
/// <param name="Code">Made at the edge.</param>
public sealed record RenewGroupCode(GroupId GroupId, ArtisanId ArtisanId, string Code) : Confidential;

public static class RenewGroupCodeHandler
{
    public static Task<MakerGroup?> LoadAsync(RenewGroupCode command, IQuerySession session, CancellationToken cancellation) =>
        session.LoadAsync<MakerGroup>(command.GroupId, cancellation);

    public static Refusal? Validate(RenewGroupCode command, MakerGroup? group) =>
        group is null || !group.Has(command.ArtisanId) ? Refusal.Missing() : group.Leader == command.ArtisanId ? null
            : GroupRefusals.NotTheLeader;

    public static (Answer, IMartenOp) Handle(RenewGroupCode command, MakerGroup? group) =>
        (Done.Instance, MartenOps.Store(new GroupCode(command.GroupId.Value, command.Code)));
}
