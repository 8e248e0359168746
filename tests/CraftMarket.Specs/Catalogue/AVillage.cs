using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using JasperFx.Events;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

/// <summary>Semoyang with rules for its mark, and Inaq Sahnun who asks for it.</summary>
internal static class AVillage
{
    public static readonly VillageId Home = VillageId.Of(Regions.Semoyang);
    public static readonly Wording Rules = new("Hanya untuk barang yang dibuat di Semoyang.", "Only for goods made in Semoyang.");

    public static readonly Village Opened =
        Village.Create(At(new VillageOpened(Regions.Semoyang, "semoyang", "Semoyang"), Home.Value));
    public static readonly Village Semoyang = Opened.Apply(new VillageMarkRulesIssued(1, Rules, Now));

    public static readonly MarkUse Waiting =
        MarkUse.Create(At(new MarkAskedFor(Sahnun, Regions.Semoyang, 1, Now), MarkUseId.Of(Sahnun).Value));
    public static readonly MarkUse Given = Waiting.Apply(new MarkGiven(Now));

    public static IEvent<T> At<T>(T data, Guid stream) where T : notnull => new Event<T>(data) { StreamId = stream };
}
