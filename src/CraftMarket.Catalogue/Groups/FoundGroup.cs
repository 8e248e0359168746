using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Founds a group in the artisan's village, with a name that is its brand's; she is the first member.</summary>
public sealed record FoundGroup(GroupId GroupId, ArtisanId ArtisanId, string Name);

/// <summary>The group is founded.</summary>
public sealed record GroupWritten(GroupId GroupId, string Slug) : Answer;

/// <summary>What founding a group looks at.</summary>
/// <param name="Taken">Addresses that this name would lead to, and whose they are.</param>
public sealed record FoundingFacts(MakerGroup? Existing, Maker? Maker, GroupMembership? Membership,
    IReadOnlyDictionary<string, GroupId> Taken);

public static class FoundGroupHandler
{
    public static async Task<FoundingFacts> LoadAsync(FoundGroup command, IQuerySession session, CancellationToken cancellation)
    {
        var maker = await session.LoadAsync<Maker>(Maker.StreamOf(command.ArtisanId), cancellation);
        return new(await session.LoadAsync<MakerGroup>(command.GroupId, cancellation), maker,
            await session.LoadAsync<GroupMembership>(command.ArtisanId.Value, cancellation),
            await session.GroupAddressesFor(command.Name, maker?.Village, command.GroupId, cancellation));
    }

    public static Refusal? Validate(FoundGroup command, FoundingFacts facts)
    {
        if (facts.Maker is not { Village: not null, Closed: false }) return Refusal.Missing();
        if (facts.Existing is { } known) return known.Has(command.ArtisanId) ? null : Refusal.Missing();
        return BrandRules.NameProblem(command.Name) ?? (facts.Membership is null ? null : GroupRefusals.InAGroup);
    }

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(FoundGroup command, FoundingFacts facts)
    {
        if (facts.Existing is { } known) return (new GroupWritten(known.Id, known.Slug), [], []);
        var village = facts.Maker!.Village!.Value;
        var slug = ShopAddress.Choose(command.Name, village, command.GroupId, facts.Taken, GroupAddresses.Nameless);
        return (new GroupWritten(command.GroupId, slug),
            [
                MartenOps.StartStream<MakerGroup>(command.GroupId.Value,
                    new GroupFounded(command.ArtisanId, command.Name, village), new GroupAddressGiven(slug),
                    new GroupBrandShown(command.GroupId, 0, command.Name, null, null)),
                MartenOps.Insert(new GroupAddress(slug, command.GroupId)),
                MartenOps.Insert(new GroupMembership(command.ArtisanId.Value, command.GroupId)),
            ],
            [new DrawGroup(command.GroupId)]);
    }
}

/// <summary>Reads whose the addresses are that a group's name would lead to.</summary>
internal static class GroupAddresses
{
    /// <summary>Begins the address of a group whose name has no letter that could stand in one.</summary>
    public const string Nameless = "kelompok";

    public static async Task<IReadOnlyDictionary<string, GroupId>> GroupAddressesFor(this IQuerySession session, string name,
        RegionCode? village, GroupId group, CancellationToken cancellation) =>
        (await session.LoadManyAsync<GroupAddress>(cancellation, ShopAddress.Candidates(name, village, group, Nameless)))
            .ToDictionary(x => x.Id, x => x.GroupId);
}
