using CraftMarket.Kernel.Facts;
using CraftMarket.Media;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Lets a village know that its logo can be shown. Sent after every change of the mark, so that a logo made ready
/// between reading and writing is not missed.</summary>
public sealed record TakeLogo(VillageId VillageId);

public static class TakeLogoHandler
{
    public static async Task<Photo?> LoadAsync(TakeLogo command, IQuerySession session, CancellationToken cancellation) =>
        await session.LoadAsync<Village>(command.VillageId, cancellation) is { Mark.Logo: { } logo }
            ? await session.LoadAsync<Photo>(logo, cancellation) : null;

    public static (Events, OutgoingMessages) Handle(TakeLogo command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Village village, Photo? logo) =>
        logo is not { Status: PhotoStatus.Ready } || logo.Id != village.Mark.Logo || village.ReadyLogo == logo.Id
            ? ([], [])
            : ([new VillageLogoReady(logo.Id)], [new VillageMarkRedesigned(village.Code)]);
}

/// <summary>A photo is ready: the village whose logo it is takes it over.</summary>
public static class VillageLogoRenderedHandler
{
    public static async Task<OutgoingMessages> Handle(PhotoRendered fact, IQuerySession session,
        CancellationToken cancellation) => fact.Usable
        ? [.. (await session.QueryAsync<Village>("where data #>> '{Mark,Logo}' = ?", cancellation, fact.PhotoId.Value.ToString()))
            .Select(x => new TakeLogo(x.Id))]
        : [];
}
