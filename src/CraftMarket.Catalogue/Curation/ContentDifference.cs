namespace CraftMarket.Catalogue;

/// <summary>One field of a product, as it was and as it is.</summary>
/// <param name="Field">In the spelling of the form: <c>price</c>, <c>description</c> …</param>
/// <param name="Photo">The photo that the words are about; null when they are about the product.</param>
public sealed record FieldChange(string Field, string? Before, string? After, PhotoId? Photo = null)
{
    /// <summary>What stands under a photo.</summary>
    public const string OfPhoto = "photoDescription";
}

/// <summary>What an artisan changed between two looks of a curator.</summary>
/// <param name="Reordered">The same photos, in another order.</param>
public sealed record ContentDifference(IReadOnlyList<FieldChange> Fields, IReadOnlyList<PhotoId> Added,
    IReadOnlyList<PhotoId> Removed, bool Reordered)
{
    public bool IsEmpty => Fields.Count == 0 && Added.Count == 0 && Removed.Count == 0 && !Reordered;

    public static ContentDifference Between(SeenContent before, SeenContent after)
    {
        var (was, now) = (before.Details, after.Details);
        var fields = Rows(before).Zip(Rows(after)).Where(x => x.First.Value != x.Second.Value)
            .Select(x => new FieldChange(x.First.Field, x.First.Value, x.Second.Value))
            .Concat(now.PhotoIds.Where(x => was.DescriptionOf(x) != now.DescriptionOf(x))
                .Select(x => new FieldChange(FieldChange.OfPhoto, was.DescriptionOf(x), now.DescriptionOf(x), x)));
        PhotoId[] stayed = [.. was.PhotoIds.Intersect(now.PhotoIds)];
        return new([.. fields], [.. now.PhotoIds.Except(was.PhotoIds)], [.. was.PhotoIds.Except(now.PhotoIds)],
            !stayed.SequenceEqual(now.PhotoIds.Intersect(was.PhotoIds)));
    }

    private static IEnumerable<(string Field, string? Value)> Rows(SeenContent content)
    {
        var details = content.Details;
        yield return ("name", details.Name);
        yield return ("description", Said(details.Description));
        yield return ("price", content.Price.ToString());
        yield return ("variants", details.Variants is null ? null : string.Join("; ", details.Variants.Select(x =>
            content.VariantPrices is { } own && own.TryGetValue(x.Id, out var price) ? $"{x.Name} {price}" : x.Name)));
        yield return ("leadTimeDays", content.LeadTimeDays?.ToString());
        yield return ("category", details.Category);
        yield return ("materials", Said(string.Join(", ", details.Materials)));
        yield return ("size", details.Size);
        yield return ("care", details.Care);
        yield return ("weightGrams", $"{details.WeightGrams} g");
        yield return (Claims.MadeBy, details.Provenance?.MadeBy);
        yield return (Claims.Place, details.Provenance?.Village?.Value);
        yield return (Claims.Technique, details.Provenance?.Technique);
    }

    private static string? Said(string text) => text.Length == 0 ? null : text;
}
