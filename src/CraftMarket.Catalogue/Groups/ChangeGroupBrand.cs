using CraftMarket.Media;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>The leader gives the group's brand its name, story, colours and logo, by the same rules as an artisan's
/// own.</summary>
/// <param name="Brand">The brand, and who says so.</param>
public sealed record ChangeGroupBrand(GroupId GroupId, ChangeBrand Brand);

/// <summary>What changing a group's brand looks at.</summary>
/// <param name="Taken">Addresses that this name would lead to, and whose they are.</param>
public sealed record GroupBrandFacts(IEventStream<MakerGroup> Group, Photo? Logo, IReadOnlyDictionary<string, GroupId> Taken);

public static class ChangeGroupBrandHandler
{
    public static async Task<GroupBrandFacts> LoadAsync(ChangeGroupBrand command, IDocumentSession session,
        CancellationToken cancellation)
    {
        var group = await session.Events.FetchForExclusiveWriting<MakerGroup>(command.GroupId.Value, cancellation);
        return new(group, command.Brand.Logo is { } logo ? await session.LoadAsync<Photo>(logo, cancellation) : null,
            await session.GroupAddressesFor(command.Brand.Name, group.Aggregate?.Village, command.GroupId, cancellation));
    }

    public static Refusal? Validate(ChangeGroupBrand command, GroupBrandFacts facts)
    {
        if (facts.Group.Aggregate is not { } group || !group.Has(command.Brand.ArtisanId)) return Refusal.Missing();
        return group.Leader == command.Brand.ArtisanId ? BrandRules.Problem(command.Brand, facts.Logo, group.Brand)
            : GroupRefusals.NotTheLeader;
    }

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(ChangeGroupBrand command, GroupBrandFacts facts)
    {
        var now = facts.Group.Aggregate!;
        if (BrandRules.Step(command.Brand, now.Brand, () =>
            ShopAddress.Choose(command.Brand.Name, now.Village, now.Id, facts.Taken, GroupAddresses.Nameless)) is not { } step)
            return (Done.Instance, [], []);
        var changed = new GroupBrandChanged(step.Changed);
        var ops = new List<IMartenOp> { facts.Group.Append(changed) };
        if (step.Address != now.Slug)
        {
            ops.Add(facts.Group.Append(new GroupAddressGiven(step.Address)));
            if (!facts.Taken.ContainsKey(step.Address)) ops.Add(MartenOps.Insert(new GroupAddress(step.Address, now.Id)));
        }

        ops.Add(facts.Group.Append(now.Apply(changed).Shown(facts.Logo)));
        OutgoingMessages told = [new CarryGroupBrand(now.Id), new DrawGroup(now.Id)];
        if (facts.Logo is { Status: PhotoStatus.Processing }) told.Add(new LookAtGroupLogo(now.Id));
        return (Done.Instance, ops, told);
    }
}
