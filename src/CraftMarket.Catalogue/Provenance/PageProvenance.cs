using System.Text.Json.Serialization;

namespace CraftMarket.Catalogue;

/// <summary>What a curator found true of where a product comes from, as buyers see it; what was not found true is not
/// there.</summary>
/// <param name="MadeBy">Code of who makes it.</param>
/// <param name="Technique">Code of the technique, or the artisan's own word.</param>
public sealed record PageProvenance([property: JsonPropertyName("madeBy")] string? MadeBy,
    [property: JsonPropertyName("place")] CardVillage? Place,
    [property: JsonPropertyName("materials")] IReadOnlyList<string>? Materials,
        [property: JsonPropertyName("technique")] string? Technique)
{
    public static PageProvenance? Of(CheckedProvenance? found) => found is null ? null
        : new(found.MadeBy, found.Village is { } village ? CardVillage.Of(village) : null, found.Materials, found.Technique);

    /// <summary>What still holds after the artisan changed the claims.</summary>
    public PageProvenance After(ProductDetails details)
    {
        var claimed = details.Provenance ?? CraftMarket.Catalogue.Provenance.Nothing;
        return new(MadeBy == claimed.MadeBy ? MadeBy : null, Place?.Code == claimed.Village?.Value ? Place : null,
            Materials?.SequenceEqual(details.Materials) == true ? Materials : null, Technique == claimed.Technique ? Technique
                : null);
    }

    [JsonIgnore]
    public bool IsEmpty => (MadeBy, Place, Materials, Technique) == (null, null, null, null);
}
