using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Opens an industrial village, so that the office can write its story and give it a mark.</summary>
public sealed record OpenVillage(RegionCode Code);

/// <summary>The village is open under this name in addresses.</summary>
public sealed record VillageOpen(RegionCode Code, string Slug) : Answer;

public static class OpenVillageHandler
{
    public static Task<Village?> LoadAsync(OpenVillage command, IQuerySession session, CancellationToken cancellation) =>
        session.LoadAsync<Village>(VillageId.Of(command.Code), cancellation);

    public static Refusal? Validate(OpenVillage command) => Regions.Find(command.Code) is { Gone: false, Code.IsVillage: true }
        ? null
        : Refusal.Invalid("unknown_village", "Desa ini tidak ada dalam daftar wilayah. Impor daftar wilayah yang baru dulu.",
            "This village is not in the list of regions. Import a newer list first.", "code");

    public static (Answer, IStartStream?) Handle(OpenVillage command, Village? existing)
    {
        if (existing is not null) return (new VillageOpen(existing.Code, existing.Slug), null);
        var region = Regions.Find(command.Code)!;
        var opened = new VillageOpened(command.Code, region.Slug, region.Name);
        return (new VillageOpen(opened.Code, opened.Slug),
            MartenOps.StartStream<Village>(VillageId.Of(command.Code).Value, opened));
    }
}
