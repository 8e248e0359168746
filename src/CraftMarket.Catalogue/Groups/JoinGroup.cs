using JasperFx.Events;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>An artisan joins a group of the village: one that invited her, or that whose code she was told.</summary>
/// <param name="GroupId">The group that invited; null to join by code.</param>
/// <param name="Code">As it was typed; null to join by invitation.</param>
public sealed record JoinGroup(ArtisanId ArtisanId, GroupId? GroupId, string? Code) : Confidential;

/// <summary>What joining looks at.</summary>
/// <param name="Group">Null when there is no such group or code.</param>
/// <param name="ByCode">The code is the group's.</param>
public sealed record Joining(IEventStream<MakerGroup>? Group, Maker? Maker, GroupMembership? Membership, bool ByCode);

public static class JoinGroupHandler
{
    public static async Task<Joining> LoadAsync(JoinGroup command, IDocumentSession session, CancellationToken cancellation)
    {
        GroupId? coded = null;
        if (command.Code is { } typed)
        {
            var code = GroupCode.Read(typed);
            if (await session.Query<GroupCode>().Where(x => x.Code == code).FirstOrDefaultAsync(cancellation) is { } known)
                coded = GroupId.From(known.Id);
        }

        var group = (command.Code is null ? command.GroupId : coded) is { } id
            ? await session.Events.FetchForExclusiveWriting<MakerGroup>(id.Value, cancellation)
            : null;
        return new(group, await session.LoadAsync<Maker>(Maker.StreamOf(command.ArtisanId), cancellation),
            await session.LoadAsync<GroupMembership>(command.ArtisanId.Value, cancellation), coded is not null);
    }

    public static Refusal? Validate(JoinGroup command, Joining facts)
    {
        if (facts.Group?.Aggregate is not { Ended: false } group) return command.Code is null ? Refusal.Missing()
            : GroupRefusals.UnknownCode;
        if (group.Has(command.ArtisanId)) return null;
        if (!facts.ByCode && !group.Invited.Contains(command.ArtisanId)) return GroupRefusals.NotInvited;
        if (facts.Maker?.Village != group.Village) return GroupRefusals.OtherVillage();
        return facts.Membership is null ? null : GroupRefusals.InAGroup;
    }

    public static (Answer, IEnumerable<IMartenOp>) Handle(JoinGroup command, Joining facts)
    {
        var group = facts.Group!.Aggregate!;
        return (new GroupWritten(group.Id, group.Slug), group.Has(command.ArtisanId)
            ? []
            : [facts.Group.Append(new GroupMemberJoined(command.ArtisanId)),
                MartenOps.Insert(new GroupMembership(command.ArtisanId.Value, group.Id))]);
    }
}
