using System.Text.Json.Serialization;

namespace CraftMarket.Catalogue;

/// <summary>A size or colour as buyers choose it.</summary>
/// <param name="Available">Free pieces; null when made to order.</param>
public sealed record CardVariant([property: JsonPropertyName("id")] Guid Id, [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("size")] string? Size, [property: JsonPropertyName("colour")] string? Colour,
    [property: JsonPropertyName("price")] long Price, [property: JsonPropertyName("available")] int? Available);

/// <summary>What price and count would be without sizes and colours, kept for when they are taken out again.</summary>
public sealed record CardPlain([property: JsonPropertyName("price")] long Price,
    [property: JsonPropertyName("available")] int? Available);

/// <summary>How sizes and colours show on a card: it costs what the cheapest costs, and what is left is the sum.</summary>
internal static class CardVariants
{
    public static ProductCard Varied(this ProductCard card, IReadOnlyList<Variant>? named)
    {
        var plain = card.Plain ?? new(card.Price, card.Available);
        if (named is null or [])
            return card with { Variants = null, Plain = null, Price = plain.Price, Available = plain.Available };
        var known = (card.Variants ?? []).ToDictionary(x => x.Id);
        return (card with
        {
            Plain = plain,
            Variants = [.. named.Select(x =>
                known.TryGetValue(x.Id.Value, out var there) ? there with { Name = x.Name, Size = x.Size, Colour = x.Colour }
                : new(x.Id.Value, x.Name, x.Size, x.Colour, plain.Price, card.Uncounted()))],
        }).Summed();
    }

    public static ProductCard Priced(this ProductCard card, Rupiah price, IReadOnlyDictionary<VariantId, Rupiah>? own) =>
        card.Variants is null
        ? card with { Price = price.Amount }
        : (card with
        {
            Plain = card.Plain! with { Price = price.Amount },
            Variants = [.. card.Variants.Select(x =>
                x with { Price = (own is not null && own.TryGetValue(new(x.Id), out var its) ? its : price).Amount })],
        }).Summed();

    /// <param name="told">What Ordering last told to be free, by product or by size and colour.</param>
    public static ProductCard Supplied(this ProductCard card, IReadOnlyDictionary<Guid, int?> told) => card.Variants is { } kinds
        ? (card with
        {
            Variants = [.. kinds.Select(x =>
            told.TryGetValue(x.Id, out var free) ? x with { Available = free ?? card.Uncounted() } : x)]
        }).Summed()
        : told.TryGetValue(card.Id, out var left) ? card with { Available = left ?? card.Uncounted() } : card;

    /// <summary>It is made to order from now on, or sold from stock, of which Ordering has told nothing yet.</summary>
    /// <param name="stock">Pieces of the product in one kind; null when made to order.</param>
    public static ProductCard SuppliedAnew(this ProductCard card, int? leadTimeDays, int? stock)
    {
        var anew = card with
        {
            LeadTimeDays = leadTimeDays,
            Available = stock,
            Plain = card.Plain is { } plain
            ? plain with { Available = stock } : null
        };
        return (anew with
        {
            Variants = card.Variants is { } kinds
            ? [.. kinds.Select(x => x with { Available = anew.Uncounted() })] : null
        }).Summed();
    }

    /// <summary>What can be had while nobody has counted: nothing from stock, and any number of what is made to order.</summary>
    private static int? Uncounted(this ProductCard card) => card.LeadTimeDays is null ? 0 : null;

    private static ProductCard Summed(this ProductCard card) => card.Variants is not { Count: > 0 } all ? card : card with
    {
        Price = all.Min(x => x.Price),
        Available = all.Any(x => x.Available is null) ? null : all.Sum(x => x.Available),
    };
}
