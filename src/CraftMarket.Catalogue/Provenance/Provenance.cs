namespace CraftMarket.Catalogue;

/// <summary>What an artisan claims of where a product comes from. Never a person's name.</summary>
/// <param name="MadeBy">Code of who makes it, such as <c>family</c>; see <see cref="ProvenanceWord"/>.</param>
/// <param name="Village">Where it is made.</param>
/// <param name="Technique">Code of a technique, or the artisan's own word for it.</param>
public sealed record Provenance(string? MadeBy, RegionCode? Village, string? Technique)
{
    public static readonly Provenance Nothing = new(null, null, null);
}

/// <summary>What a curator found true of a product's provenance; only this is shown.</summary>
/// <param name="Rejected">Claims that turned out wrong, by name; the artisan learns which.</param>
public sealed record CheckedProvenance(string? MadeBy, RegionCode? Village, IReadOnlyList<string>? Materials, string? Technique,
    IReadOnlyList<string> Rejected)
{
    /// <summary>What still holds after the artisan changed the claims: a check counts for what was checked, and so does a
    /// rejection.</summary>
    public CheckedProvenance After(ProductDetails before, ProductDetails details)
    {
        var claimed = details.Provenance ?? Provenance.Nothing;
        var (said, says) = (Claims.Of(before), Claims.Of(details));
        return this with
        {
            MadeBy = MadeBy == claimed.MadeBy ? MadeBy : null,
            Village = Village == claimed.Village ? Village : null,
            Technique = Technique == claimed.Technique ? Technique : null,
            Materials = Materials?.SequenceEqual(details.Materials) == true ? Materials : null,
            Rejected = [.. Rejected.Where(x => says.GetValueOrDefault(x) is { } value && value == said.GetValueOrDefault(x))],
        };
    }
}

/// <summary>What a curator says of one claim.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<ClaimVerdict>))]
public enum ClaimVerdict
{
    [System.Text.Json.Serialization.JsonStringEnumMemberName("unchecked")] Unchecked,
    [System.Text.Json.Serialization.JsonStringEnumMemberName("checked")] Checked,
    [System.Text.Json.Serialization.JsonStringEnumMemberName("rejected")] Rejected,
}

/// <summary>The claims of a product, one by one.</summary>
public static class Claims
{
    public const string MadeBy = "madeBy", Place = "place", Material = "material", Technique = "technique";

    /// <summary>What the artisan claims, by name; a claim that is not made is missing.</summary>
    public static IReadOnlyDictionary<string, string> Of(ProductDetails details)
    {
        var claims = new Dictionary<string, string>();
        if (details.Provenance?.MadeBy is { } maker) claims[MadeBy] = maker;
        if (details.Provenance?.Village is { } village) claims[Place] = village.Value;
        if (details.Materials.Count > 0) claims[Material] = string.Join(", ", details.Materials);
        if (details.Provenance?.Technique is { } technique) claims[Technique] = technique;
        return claims;
    }

    /// <summary>Whether a claim was added, changed or taken back.</summary>
    public static bool Differ(ProductDetails before, ProductDetails after) =>
        !Of(before).OrderBy(x => x.Key).SequenceEqual(Of(after).OrderBy(x => x.Key));

    /// <summary>Whether a curator found the claim true.</summary>
    public static bool StandsIn(CheckedProvenance found, string claim) => claim switch
    {
        MadeBy => found.MadeBy is not null,
        Place => found.Village is not null,
        Material => found.Materials is not null,
        _ => found.Technique is not null,
    };

    /// <summary>What stands after a curator's look; claims that the curator said nothing of are not shown.</summary>
    internal static CheckedProvenance? Judged(ProductDetails details, IReadOnlyDictionary<string, ClaimVerdict>? verdicts)
    {
        if (verdicts is null) return null;
        bool Holds(string claim) => verdicts.GetValueOrDefault(claim) == ClaimVerdict.Checked;
        return new(Holds(MadeBy) ? details.Provenance?.MadeBy : null, Holds(Place) ? details.Provenance?.Village : null,
            Holds(Material) ? details.Materials : null, Holds(Technique) ? details.Provenance?.Technique : null,
            [.. Of(details).Keys.Where(x => verdicts.GetValueOrDefault(x) == ClaimVerdict.Rejected)]);
    }
}
