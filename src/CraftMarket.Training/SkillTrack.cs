using Marten;

namespace CraftMarket.Training;

/// <summary>A skill that batches teach, such as craft or massage. Data: the office names a new one by planning a batch with
/// it.</summary>
/// <param name="Id">Lower case with hyphens: <c>kerajinan</c>.</param>
public sealed record SkillTrack(string Id, Wording Name)
{
    public static string IdOf(string? text) => Region.SlugOf(text ?? "");
}

/// <summary>The skills of the first programmes: massage, craft, culinary, barbering.</summary>
internal sealed class FirstSkills(IDocumentStore store) : IReferenceData
{
    private static readonly SkillTrack[] Tracks =
    [
        new("pijat", new("Pijat", "Massage")),
        new("kerajinan", new("Kerajinan", "Craft")),
        new("kuliner", new("Kuliner", "Culinary")),
        new("cukur", new("Mencukur", "Barbering")),
    ];

    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        session.Store(Tracks);
        await session.SaveChangesAsync(cancellation);
    }
}
