using System.Text.Json.Serialization;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>What a curator decides.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CurationDecision>))]
public enum CurationDecision
{
    [JsonStringEnumMemberName("approve")] Approve,
    [JsonStringEnumMemberName("return")] Return,
}

/// <summary>A curator's decision on a product that waits for one, new or changed while on sale.</summary>
/// <param name="Reason">Needed to return; the artisan reads it.</param>
public sealed record CurateProduct(ProductId ProductId, CurationDecision Decision, string? Reason) : Confidential
{
    /// <summary>The same decision stands; it is asked for again by who did not hear the answer.</summary>
    internal bool IsDone(Product product) => !product.AwaitsCurator && (Decision == CurationDecision.Approve
        ? product.Status == ProductStatus.Published
        : product.Status == ProductStatus.Returned && product.ReturnReason == Reason?.Trim());
}

public static class CurateProductHandler
{
    public static async Task<Maker?> LoadAsync(CurateProduct command, IQuerySession session, CancellationToken cancellation) =>
        await session.LoadAsync<Product>(command.ProductId, cancellation) is { } product
            ? await session.LoadAsync<Maker>(Maker.StreamOf(product.ArtisanId), cancellation)
            : null;

    public static Refusal? Validate(CurateProduct command, Product product, Maker? maker)
    {
        if (command.Decision == CurationDecision.Return && string.IsNullOrWhiteSpace(command.Reason))
            return Refusal.Invalid("reason_missing", "Tulis alasannya supaya perajin tahu apa yang perlu diperbaiki.",
                "Write the reason, so that the artisan knows what to improve.", "reason");
        if (command.IsDone(product)) return null;
        if (!product.AwaitsCurator)
            return Refusal.Conflict("wrong_state", "Produk ini tidak sedang menunggu kurasi.", "This product is not waiting for curation.");
        if (maker?.Village is null)
            return Refusal.Conflict("maker_unknown", "Desa perajin ini belum tercatat. Coba lagi sebentar lagi.",
                "The artisan's village is not recorded yet. Try again in a moment.");
        return null;
    }

    public static (Answer, Events, OutgoingMessages) Handle(CurateProduct command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Product product, Maker? maker, DateTimeOffset now)
    {
        if (command.IsDone(product)) return (Done.Instance, [], []);
        if (command.Decision == CurationDecision.Return)
        {
            var returned = new ProductReturned(command.Reason!.Trim(), now);
            return (Done.Instance, [returned], [.. Offers.Of(product.Apply(returned))]);
        }

        if (product.Recheck) return (Done.Instance, [new ProductRechecked(now)], []);
        var published = new ProductPublished(maker!.Village!.Value, maker.ShownName, now);
        return (Done.Instance, [published],
            [.. Offers.Of(product.Apply(published)), new LookAtPhotos(product.Id), new DrawShareCard(product.Id)]);
    }
}
