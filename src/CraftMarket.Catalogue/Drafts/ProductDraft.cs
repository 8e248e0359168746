using JasperFx;
using Marten;
using Marten.Metadata;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>A product form as it stands, finished or not. Only its artisan ever sees it; what making costs stays here when the
/// rest has become a product.</summary>
/// <param name="Id">The product that it will become or changes.</param>
/// <param name="Edition">The version of the product that the form began from; null for a product not written down yet.</param>
/// <param name="Writer">The form in one browser that wrote last: it may write again though it never heard an answer.</param>
/// <param name="Open">False once all of it has become the product.</param>
/// <param name="Sequence">Which of the writer's savings this is; 0 from a browser without script.</param>
public sealed record ProductDraft(ProductId Id, ArtisanId ArtisanId, DraftFields Fields, int? Edition, string Writer, bool Open,
    DateTimeOffset SavedAt, int Sequence = 0)
    : IRevisioned
{
    /// <summary>What the database finds it by (decision 0015).</summary>
    [Identity]
    public Guid Uuid => Id.Value;

    public int Version { get; set; }
}

/// <summary>What stands in the form, as it was typed.</summary>
/// <param name="MaterialCost">What the material of one piece costs; never shown to anybody else.</param>
/// <param name="Hours">Hours of work in one piece.</param>
/// <param name="Hourly">What an hour of one's work should be worth.</param>
public sealed record DraftFields(string? Name, string? Price, string? Supply, string? Stock, string? LeadTimeDays,
    string? Materials, string? Category,
    string? WeightGrams, string? Description, IReadOnlyList<DraftPhoto> Photos, string? MaterialCost, string? Hours,
    string? Hourly,
    string? MadeBy = null, string? MadeIn = null, string? Technique = null, IReadOnlyList<DraftVariant>? Variants = null,
    string? Size = null, string? Care = null)
{
    private const int Most = 4_000;

    internal bool Fits => Photos.Count <= 20 && (Variants?.Count ?? 0) <= 50
        && (Variants ?? []).SelectMany(x => new[] { x.Size, x.Colour, x.Price, x.Stock }).All(x => (x?.Length ?? 0) <= Most)
            && Photos.All(x => (x.Description?.Length ?? 0) <= Most)
        && new[] { Name, Price, Supply, Stock, LeadTimeDays, Materials, Category, WeightGrams, Description, MaterialCost,
            Hours, Hourly, MadeBy, MadeIn, Technique, Size, Care }
            .All(x => (x?.Length ?? 0) <= Most);

    internal bool Says(DraftFields other) => Photos.SequenceEqual(other.Photos)
        && (Variants ?? []).SequenceEqual(other.Variants ?? [])
        && this with { Photos = other.Photos, Variants = other.Variants } == other;

    internal DraftFields CostsOnly() =>
        new(null, null, null, null, null, null, null, null, null, [], MaterialCost, Hours, Hourly);
}

/// <summary>A size or colour in the form, as it was typed.</summary>
/// <param name="Seen">The pieces at hand that the artisan had before them.</param>
public sealed record DraftVariant(string? Size, string? Colour, string? Price, string? Stock, int? Seen);

/// <summary>A photo in the form, in its place, with what was written about it.</summary>
public sealed record DraftPhoto(PhotoId PhotoId, string? Description);

/// <summary>Writes a draft where nobody else has written meanwhile.</summary>
internal sealed record KeepDraft(ProductDraft Draft, int Revision) : IMartenOp
{
    public void Execute(IDocumentSession session) => session.UpdateRevision(Draft, Revision);
}
