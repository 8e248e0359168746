using Marten;
using Marten.Exceptions;

namespace CraftMarket.Catalogue;

/// <summary>The pilot village with which the house starts. Once its stream is there, only the office changes it.</summary>
internal static class SeedVillages
{
    private static readonly object[] Semoyang =
    [
        new VillageOpened(Regions.Semoyang, "semoyang", "Semoyang"),
        new VillageIdentityWritten("Semoyang",
            new("Daun dan batang tembakau, dijadikan barang yang indah", "Tobacco leaf and stalk, made into things of beauty"),
            new("Semoyang di Praya Timur, Lombok Tengah, hidup dari ladang tembakau. Para perajinnya mengolah daun dan batang "
            + "yang tersisa "
                + "menjadi tas, dompet, gantungan kunci dan bingkai, masing-masing dibuat dengan tangan.",
                "Semoyang in East Praya, Central Lombok, lives by its tobacco fields. Its artisans turn the leaves and stalks "
                + "left over "
                + "into bags, wallets, key rings and frames, each made by hand."),
            new("Anyaman daun tembakau kering dan bingkai dari batangnya",
                "Plaited dried tobacco leaf, and frames of its stalk")),
        new VillageMarkDesigned(new("Kriya Semoyang", "#8a5a2b", "#c9973f", null)),
        new VillagePilotChanged(true, new(2022, 11, 27)),
    ];

    public static async Task EnsureAsync(IDocumentStore store, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        var id = VillageId.Of(Regions.Semoyang);
        if (await session.LoadAsync<Village>(id, cancellation) is not null) return;
        session.Events.StartStream<Village>(id.Value, Semoyang);
        try
        {
            await session.SaveChangesAsync(cancellation);
        }
        catch (ExistingStreamIdCollisionException)
        {
            // Another node that starts at the same moment was first.
        }
    }
}
