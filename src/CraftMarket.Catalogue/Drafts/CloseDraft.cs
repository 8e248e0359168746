using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>The form has become the product, or is not wanted any more. Of a product that exists, what making it costs is
/// kept.</summary>
public sealed record CloseDraft(ProductId ProductId, ArtisanId ArtisanId);

public static class CloseDraftHandler
{
    public static async Task<(ProductDraft?, Product?)> LoadAsync(CloseDraft command, IQuerySession session,
        CancellationToken cancellation) =>
        (await session.LoadAsync<ProductDraft>(command.ProductId.Value, cancellation),
            await session.LoadAsync<Product>(command.ProductId.Value, cancellation));

    public static Refusal? Validate(CloseDraft command, ProductDraft? draft) =>
        (draft?.ArtisanId ?? command.ArtisanId) == command.ArtisanId ? null : Refusal.Missing();

    public static (Answer, IMartenOp) Handle(CloseDraft command, ProductDraft? draft, Product? product) =>
        (Done.Instance, draft is null ? MartenOps.Nothing() : product is null ? MartenOps.Delete(draft) : Costs(draft, draft));

    /// <summary>What stands in the form is the product's by now, whether it was kept before or not.</summary>
    public static IMartenOp Of(SaveDraft form, ProductDraft? draft, Product? product, DateTimeOffset now) =>
        (SaveDraftHandler.Next(form, draft, product, now)?.Draft ?? draft) is { } last ? Costs(last, draft) : MartenOps.Nothing();

    private static KeepDraft Costs(ProductDraft last, ProductDraft? kept) =>
        new(last with { Open = false, Fields = last.Fields.CostsOnly() }, (kept?.Version ?? 0) + 1);
}
