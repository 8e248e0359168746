using Marten;

namespace CraftMarket.Catalogue;

/// <summary>A word that provenance is told with: who makes it, or by which technique. Reference data.</summary>
/// <param name="Id">Kind and code, such as <c>technique/anyam</c>.</param>
public sealed record ProvenanceWord(string Id, string Kind, string Code, Wording Name, int Place)
{
    public const string MadeBy = "madeBy", Technique = "technique";

    public static readonly ProvenanceWord[] Initial =
    [
        Of(MadeBy, "self", 1, "Dibuat sendiri oleh perajin", "Made by the artisan in person"),
        Of(MadeBy, "family", 2, "Dibuat bersama keluarga di rumah", "Made at home with the family"),
        Of(MadeBy, "group", 3, "Dibuat bersama kelompok perajin desa", "Made by the village's group of artisans"),
        Of(Technique, "anyam", 1, "Anyam", "Plaiting"),
        Of(Technique, "tenun-gedogan", 2, "Tenun gedogan", "Back-strap weaving"),
        Of(Technique, "tenun-atbm", 3, "Tenun ATBM", "Hand-loom weaving"),
        Of(Technique, "jahit-tangan", 4, "Jahit tangan", "Hand sewing"),
        Of(Technique, "press-daun", 5, "Pres dan lapis daun", "Pressed and laminated leaf"),
        Of(Technique, "ukir", 6, "Ukir", "Carving"),
        Of(Technique, "gerabah", 7, "Gerabah putar", "Turned pottery"),
        Of(Technique, "celup-alam", 8, "Celup warna alam", "Natural dyeing"),
    ];

    private static ProvenanceWord Of(string kind, string code, int place, string indonesian, string english) =>
        new($"{kind}/{code}", kind, code, new(indonesian, english), place);
}

/// <summary>The words of provenance, for forms and pages.</summary>
public sealed record ProvenanceWords(IReadOnlyList<ProvenanceWord> All)
{
    public IEnumerable<ProvenanceWord> MadeBy => All.Where(x => x.Kind == ProvenanceWord.MadeBy);

    public IEnumerable<ProvenanceWord> Techniques => All.Where(x => x.Kind == ProvenanceWord.Technique);

    /// <summary>The name of a code; an artisan's own word stands for itself.</summary>
    public string NameOf(string kind, string code, string language) =>
        All.FirstOrDefault(x => x.Kind == kind && x.Code == code)?.Name.In(language) ?? code;

    /// <summary>The code of a technique that was named in either language; an artisan's own word stays as it is.</summary>
    public string? TechniqueCode(string? said) => said is null ? null
        : Techniques.FirstOrDefault(x => string.Equals(x.Code, said, StringComparison.OrdinalIgnoreCase)
        || string.Equals(x.Name.Indonesian, said, StringComparison.OrdinalIgnoreCase)
            || string.Equals(x.Name.English, said, StringComparison.OrdinalIgnoreCase))?.Code ?? said;

    public static async Task<ProvenanceWords> Load(IQuerySession session, CancellationToken cancellation) =>
        new([.. (await session.Query<ProvenanceWord>().ToListAsync(cancellation)).OrderBy(x => x.Kind, StringComparer.Ordinal)
            .ThenBy(x => x.Place)]);
}
