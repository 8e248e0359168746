using CraftMarket.Media;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Gives an artisan's brand its name, story, colour and logo. Of the further parts, what is null stays as it is and what
/// is empty goes.</summary>
public sealed record ChangeBrand(ArtisanId ArtisanId, string Name, string Story, string Colour, PhotoId? Logo)
{
    public string? StoryEnglish { get; init; }
    public string? Accent { get; init; }
    public string? Tagline { get; init; }
    public string? CareNote { get; init; }

    /// <summary>The whole brand as it would be now.</summary>
    internal BrandChanged After(Maker? now) => After(now?.Kit);

    internal BrandChanged After(BrandKit? now) =>
        new(ArtisanId, Name, Story, Colour, Logo, Either(StoryEnglish, now?.StoryEnglish),
        Either(Accent, now?.Accent), Either(Tagline, now?.Tagline), Either(CareNote, now?.CareNote));

    private static string? Either(string? said, string? before) => said switch { null => before, "" => null, _ => said };
}

/// <summary>What changing a brand looks at.</summary>
/// <param name="Taken">Shop addresses that this name would lead to, and whose they are.</param>
public sealed record BrandFacts(IEventStream<Maker> Maker, Photo? Logo, IReadOnlyDictionary<string, ArtisanId> Taken);

public static class ChangeBrandHandler
{
    public static async Task<BrandFacts> LoadAsync(ChangeBrand command, IDocumentSession session, CancellationToken cancellation)
    {
        // Locked: two saves of a nervous thumb are two versions in a row, not one refused.
        var maker = await session.Events.FetchForExclusiveWriting<Maker>(Maker.StreamOf(command.ArtisanId), cancellation);
        var addresses = ShopAddress.Candidates(command.Name, maker.Aggregate?.Village, command.ArtisanId);
        var taken = await session.LoadManyAsync<ShopAddress>(cancellation, addresses);
        return new(maker, command.Logo is { } logo ? await session.LoadAsync<Photo>(logo, cancellation) : null,
            taken.ToDictionary(x => x.Id, x => x.ArtisanId));
    }

    public static Refusal? Validate(ChangeBrand command, BrandFacts facts) => BrandRules.Problem(command, facts.Logo);

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(ChangeBrand command, BrandFacts facts)
    {
        var now = facts.Maker.Aggregate;
        if (BrandRules.Step(command, now?.Kit, () =>
            ShopAddress.Choose(command.Name, now?.Village, command.ArtisanId, facts.Taken)) is not { } step)
            return (Done.Instance, [], []);
        var after = (now ?? new Maker(Maker.StreamOf(command.ArtisanId), command.ArtisanId, null, null, null, null, null))
            .Apply(step.Changed);
        var ops = new List<IMartenOp> { facts.Maker.Append(step.Changed) };
        if (step.Address != now?.Slug)
        {
            ops.Add(facts.Maker.Append(new ShopAddressGiven(step.Address)));
            if (!facts.Taken.ContainsKey(step.Address))
                ops.Add(MartenOps.Insert(new ShopAddress(step.Address, command.ArtisanId)));
        }

        ops.Add(facts.Maker.Append(after.Shown(facts.Logo)));
        OutgoingMessages told = [new CarryBrand(command.ArtisanId), new DrawShop(command.ArtisanId)];
        if (facts.Logo is { Status: PhotoStatus.Processing }) told.Add(new LookAtLogo(command.ArtisanId));
        return (Done.Instance, ops, told);
    }
}
