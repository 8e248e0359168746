using CraftMarket.Media;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>All that the office writes of a village on one form.</summary>
/// <param name="Contact">The office that visitors ask; null when nobody is named.</param>
public sealed record VillageDescription(string Name, Wording Tagline, Wording Story, Wording Character, MarkDesign Mark,
    MapPlace Place, Wording Hours, VillageContact? Contact);

/// <summary>Writes what makes a village's goods its own, how its mark looks, where it lies and when to visit.</summary>
/// <param name="Seen">The edition that the writer had before them; null to write over whatever is there.</param>
public sealed record DescribeVillage(VillageId VillageId, int? Seen, VillageDescription Description) : Confidential;

/// <summary>It is written.</summary>
/// <param name="Edition">Of the village from now on.</param>
public sealed record VillageWritten(int Edition) : Answer;

/// <summary>What a description is checked against.</summary>
public sealed record DescriptionFacts(Photo? Logo, VillageContact? Contact);

public static class DescribeVillageHandler
{
    public static async Task<DescriptionFacts> LoadAsync(DescribeVillage command, IQuerySession session,
        CancellationToken cancellation)
    {
        var village = await session.LoadAsync<Village>(command.VillageId, cancellation);
        return new(command.Description.Mark.Logo is { } logo ? await session.LoadAsync<Photo>(logo, cancellation) : null,
            village is null ? null : await session.LoadAsync<VillageContact>(village.Code.Value, cancellation));
    }

    /// <summary>What is wrong with what the office typed, whatever the logo.</summary>
    public static Refusal? WhyNotFor(VillageDescription said, Village village) =>
        VillageRules.Problem(said with { Mark = said.Mark with { Logo = null } }, village, null);

    public static Refusal? Validate(DescribeVillage command, Village village, DescriptionFacts facts) =>
        village.Stale(command.Seen) ?? VillageRules.Problem(command.Description, village, facts.Logo);

    public static (Answer, Events, OutgoingMessages, IEnumerable<IMartenOp>) Handle(DescribeVillage command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Village village, DescriptionFacts facts, DateTimeOffset at)
    {
        var (now, events, messages) = (command.Description, new Events(), new OutgoingMessages());
        if ((now.Name, now.Tagline, now.Story, now.Character) != (village.Name, village.Tagline, village.Story,
            village.Character))
            events += new VillageIdentityWritten(now.Name, now.Tagline, now.Story, now.Character);
        if (now.Mark != village.Mark)
        {
            events += new VillageMarkDesigned(now.Mark);
            messages.Add(new VillageMarkRedesigned(village.Code));
            if (now.Mark.Logo is not null) messages.Add(new TakeLogo(village.Id));
        }

        if (now.Place != (village.Place ?? new(Wording.Nothing, null, null))) events += new VillagePlaced(now.Place);
        if (now.Hours != village.Hours) events += new VillageHoursChanged(now.Hours);
        var contact = now.Contact is { } named ? named with { Id = village.Code.Value } : null;
        // Without an event nobody's form would be stale, and the number of before could come back.
        if (contact != facts.Contact) events += new VillageContactChanged(at);
        return (new VillageWritten(village.Edition + events.Count), events, messages, [.. Keeping(contact, facts.Contact)]);
    }

    private static IEnumerable<IMartenOp> Keeping(VillageContact? wanted, VillageContact? known)
    {
        if (wanted == known) yield break;
        if (wanted is not null) yield return MartenOps.Store(wanted);
        else if (known is not null) yield return MartenOps.Delete(known);
    }
}
